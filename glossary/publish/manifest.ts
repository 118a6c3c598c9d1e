/**
 * Schema of a publication's manifest, the signed payload of `latest.json`. `docs/publishing.md` documents it; change both
 * together. Unknown fields are ignored.
 */
import * as v from 'valibot';
import { aboutSchema } from '../exchange/pack-schema';
import { PACK_LIMITS } from '../pack/plain-term';

/** The value of `spec`: another number would be another format. */
export const MANIFEST_SPEC = 1;

/** Name of the mutable file at the address that readers follow. All others are beside it in `data/`. */
export const LATEST_FILE = 'latest.json';

/** Upper bounds of published files. Bytes are those of files as sent. */
export const PUBLISH_LIMITS = {
  /** Of `latest.json`. */
  latestBytes: 64 * 2 ** 10,
  /** Of a file before and after decompression: above a pack of 100,000 terms with long definitions. */
  rawBytes: 128 * 2 ** 20,
  deltas: 30,
  parts: 1024,
} as const;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const bytes = v.pipe(count, v.minValue(1), v.maxValue(PUBLISH_LIMITS.rawBytes));
/** In UTC, as `toISOString` writes it. A date that `Date.parse` does not know would never be reached. */
const time = v.pipe(
  v.string(),
  v.maxLength(40),
  v.check((text) => /^\d{4}-.+Z$/.test(text) && Date.parse(text) >= 0),
);
const { id, title, languages, licence, attribution, homepage, contact } = aboutSchema.entries;

/** A public key: 32 bytes as unpadded base64url. */
export const publicKeySchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

/** One or two public keys, as `AcceptedKeys.current`. */
export const keysSchema = v.pipe(v.array(publicKeySchema), v.minLength(1), v.maxLength(2));

/** A file in `data/`. Its path follows from its hash (`dataPath`), so that the manifest can name no other place. */
export const fileSchema = v.object({
  /** Of the decompressed bytes, hexadecimal. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** As sent, gzip included: the limit of a download. */
  bytes,
  /** Decompressed. */
  rawBytes: bytes,
});

/** The payload. */
export const manifestSchema = v.object({
  spec: v.literal(MANIFEST_SPEC),
  id: v.unwrap(id),
  /** Number of the revision, greater in each. */
  seq: v.pipe(count, v.minValue(1)),
  title: v.unwrap(title),
  languages: v.unwrap(languages),
  licence,
  attribution,
  homepage,
  contact,
  /** https address of the site for people: that of `latest.json` without the file name, or another one. */
  site: v.optional(v.pipe(v.string(), v.maxLength(PACK_LIMITS.url), v.regex(/^https:\/\/[^?#]+\/$/))),
  /** When this manifest was signed. */
  created: time,
  /** Afterwards readers see that the publication is out of date. */
  expires: time,
  /** The pack file. */
  full: v.object({ ...fileSchema.entries, count: v.pipe(count, v.maxValue(PACK_LIMITS.terms)) }),
  /** The list of its parts (`partListSchema`). */
  parts: fileSchema,
  /** Each leads from the revision `from` directly to this one. */
  deltas: v.pipe(v.array(v.object({ from: count, ...fileSchema.entries })), v.maxLength(PUBLISH_LIMITS.deltas)),
  /** When the next revision can be expected: readers need not ask before. */
  next: v.optional(time),
  /** Version of the extension that is needed. */
  minClient: v.optional(v.pipe(v.string(), v.regex(/^\d{1,5}(\.\d{1,5}){0,3}$/))),
  /** As `AcceptedKeys`. */
  keys: v.object({ current: keysSchema }),
});

export type PublishedManifest = v.InferOutput<typeof manifestSchema>;
export type PublishedFile = v.InferOutput<typeof fileSchema>;

/** Path of a file from the folder of `latest.json`. */
export function dataPath({ sha256 }: Pick<PublishedFile, 'sha256'>): string {
  return `data/${sha256}.gz`;
}

/** @param latest address of `latest.json`. */
export function dataAddress(latest: string, file: Pick<PublishedFile, 'sha256'>): string {
  return new URL(dataPath(file), latest).href;
}
