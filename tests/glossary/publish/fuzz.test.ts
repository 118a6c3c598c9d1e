/** What a host sends, changed at random: it is refused, or within all limits. Also run by `npm run fuzz`. */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readFollowAddress } from '../../../glossary/follow/follow-address';
import { catalogueSchema } from '../../../glossary/publish/catalogue';
import { applyDelta, deltaOf } from '../../../glossary/publish/delta';
import { signPayload } from '../../../glossary/publish/envelope';
import { PUBLISH_LIMITS } from '../../../glossary/publish/manifest';
import { type Known, openManifest } from '../../../glossary/publish/open-manifest';
import { partListSchema } from '../../../glossary/publish/parts';
import { FUZZ_TIMEOUT_MS, fuzzing, mutated, mutatedJson } from '../../mutate';
import { fileOf, latestOf, manifestOf, offline, online } from './publication';

const KEYS = { current: [online.publicKey, offline.publicKey] };
const known: Known = { keys: KEYS, revision: null };
const reader = { now: new Date('2026-06-01'), version: '0.1.0' };
const { file } = await fileOf('a part');
const manifest = await manifestOf({
  keys: KEYS,
  homepage: 'https://birds.example/',
  site: 'https://birds.example/terms/',
  licence: 'MIT',
  next: '2026-07-01T00:00:00Z',
  minClient: '0.1',
  deltas: [{ from: 6, ...file }],
});

describe('a changed manifest', () => {
  it(
    'is refused, or within all limits, though its own editors signed it',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          mutated(JSON.stringify(manifest)).filter((payload) => payload !== ''),
          async (payload) => {
            const opened = await openManifest(await signPayload(payload, [online]), known, reader);
            if (!opened.ok) return;
            const { seq, full, parts, deltas, site, homepage, expires, keys } = opened.value.manifest;
            for (const { sha256, bytes, rawBytes } of [full, parts, ...deltas]) {
              expect(sha256).toMatch(/^[0-9a-f]{64}$/);
              expect(Math.max(bytes, rawBytes)).toBeLessThanOrEqual(PUBLISH_LIMITS.rawBytes);
            }
            expect(Number.isSafeInteger(seq) && seq > 0).toBe(true);
            for (const address of [site, homepage]) expect(address ?? 'https://a.example').toMatch(/^https:\/\//);
            expect(Date.parse(expires)).toBeGreaterThan(reader.now.getTime());
            expect(keys.current).toEqual(KEYS.current);
          },
        ),
        fuzzing(100, 5000),
      );
    },
    FUZZ_TIMEOUT_MS,
  );

  it(
    'is refused if it was changed after it was signed',
    async () => {
      const latest = await latestOf(manifest);
      await fc.assert(
        fc.asyncProperty(mutated(latest), async (text) => {
          const opened = await openManifest(text, known, reader);
          // What stands outside of payload and signatures says nothing.
          if (opened.ok) expect(opened.value).toMatchObject({ manifest, signers: [online.publicKey] });
        }),
        fuzzing(100, 5000),
      );
    },
    FUZZ_TIMEOUT_MS,
  );
});

it(
  'a changed delta is refused, or makes a text within the limit of old and new lines',
  () => {
    const before = 'head\none\ntwo\nthree\nfoot';
    const limit = 40;
    fc.assert(
      fc.property(mutated(deltaOf(before, 'head\none\n2\nfoot'), '=0,5', '=0,2\n+new\n=4,1'), (delta) => {
        const after = applyDelta(before, delta, limit);
        if (after === null) return;
        expect(after.length).toBeLessThanOrEqual(limit);
        const lines = [...before.split('\n'), ...delta.split('\n').map((line) => line.slice(1))];
        for (const line of after.split('\n')) expect(lines).toContain(line);
      }),
      fuzzing(500, 50_000),
    );
  },
  FUZZ_TIMEOUT_MS,
);

it(
  'changed lists of parts and catalogues have files within the limits at public addresses, or are refused',
  () => {
    const address = `https://birds.example/latest.json#k=${online.publicKey}`;
    const listed = { title: '鸟', languages: ['zh-Hans'], licence: 'MIT', count: 3, bytes: 1000, address };
    fc.assert(
      fc.property(mutatedJson({ parts: [file, file] }, [listed, listed]), (value) => {
        const parts = v.safeParse(partListSchema, value);
        const files = parts.success ? parts.output.parts : [];
        const catalogue = v.safeParse(catalogueSchema, value);
        const packs = catalogue.success ? catalogue.output : [];
        for (const { bytes } of [...files, ...packs]) expect(bytes).toBeLessThanOrEqual(PUBLISH_LIMITS.rawBytes);
        for (const pack of packs) expect(pack.address).toMatch(/^https:\/\/.+\/latest\.json#k=/);
      }),
      fuzzing(500, 50_000),
    );
  },
  FUZZ_TIMEOUT_MS,
);

it(
  'a changed address leads by https to a manifest at a public name, and stays as it is read, or is refused',
  () => {
    const key = online.publicKey;
    const texts = [
      `https://birds.example/terms/latest.json#k=${key},${offline.publicKey}`,
      'https://birds.example/',
      'https://birds.example/latest.json?a=b',
      'https://192.0.2.1/latest.json',
      'https://[2606:4700::1]/index.html',
    ];
    fc.assert(
      fc.property(fc.oneof(mutated(...texts), fc.string()), (text) => {
        const address = readFollowAddress(text);
        if (typeof address === 'string') return;
        const { protocol, pathname, search, hash, username, hostname } = new URL(address.url);
        expect([protocol, search, hash, username]).toEqual(['https:', '', '', '']);
        expect(pathname).toMatch(/\.json$/);
        expect(hostname).not.toMatch(/^(localhost|10\.|127\.|192\.168\.|\[(f|::))/);
        expect(address.keys.length).toBeLessThanOrEqual(2);
        const again = address.keys.length > 0 ? `${address.url}#k=${address.keys.join()}` : address.url;
        expect(readFollowAddress(again)).toEqual(address);
      }),
      fuzzing(500, 50_000),
    );
  },
  FUZZ_TIMEOUT_MS,
);
