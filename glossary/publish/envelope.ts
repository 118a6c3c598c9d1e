/**
 * Signs and opens `latest.json`: `{payload, sigs: [{kid, sig}], handovers}`, Ed25519 over the bytes of the payload as they are
 * sent, so that nothing is parsed before it is verified and no canonical form is needed. Handovers are signed in the same way.
 *
 * By @noble/ed25519: WebCrypto has Ed25519 from Chromium 137 on, and the oldest supported one is older.
 */
import { getPublicKeyAsync, keygenAsync, signAsync, verifyAsync } from '@noble/ed25519';
import * as v from 'valibot';
import { jsonOf } from '../json-of';
import { PACK_LIMITS } from '../pack/plain-term';
import { fromBase64Url, toBase64Url } from './bytes';
import { type AcceptedKeys, accept, type Checked, refuse } from './failure';
import { keysSchema, PUBLISH_LIMITS, publicKeySchema } from './manifest';

const MAX_HANDOVERS = 8;

/** `kid` is the public key itself: readers look it up among the accepted ones. */
const signedEntries = {
  payload: v.pipe(v.string(), v.maxLength(PUBLISH_LIMITS.latestBytes), v.minLength(1)),
  sigs: v.pipe(
    v.array(v.object({ kid: publicKeySchema, sig: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{86}$/)) })),
    v.minLength(1),
    v.maxLength(4),
  ),
};
const signedSchema = v.object(signedEntries);
const envelopeSchema = v.object({
  ...signedEntries,
  /** Oldest first: a reader that missed several changes of keys applies them one by one. */
  handovers: v.optional(v.pipe(v.array(signedSchema), v.maxLength(MAX_HANDOVERS)), []),
});
/** The payload of a handover: the first key until then, and the keys of the pack from then on. */
const handoverSchema = v.object({
  id: v.pipe(v.string(), v.maxLength(PACK_LIMITS.id)),
  from: publicKeySchema,
  keys: keysSchema,
});

type Signed = v.InferOutput<typeof signedSchema>;
type Envelope = v.InferOutput<typeof envelopeSchema>;

/** A pair of keys, base64url. */
export interface KeyPair {
  secretKey: string;
  publicKey: string;
}

/** A new pair of keys from the system's random numbers. */
export async function createKeyPair(): Promise<KeyPair> {
  const { secretKey, publicKey } = await keygenAsync();
  return { secretKey: toBase64Url(secretKey), publicKey: toBase64Url(publicKey) };
}

/** The pair of a secret key; null if the text is none. */
export async function keyPairOf(secretKey: string): Promise<KeyPair | null> {
  const bytes = fromBase64Url(secretKey);
  if (bytes?.length !== 32) return null;
  return { secretKey, publicKey: toBase64Url(await getPublicKeyAsync(bytes)) };
}

async function sign(payload: string, keys: readonly KeyPair[]): Promise<Signed> {
  const bytes = new TextEncoder().encode(payload);
  const sigs: Signed['sigs'] = [];
  for (const { secretKey, publicKey } of keys) {
    const secret = fromBase64Url(secretKey);
    if (!secret) throw new Error('a secret key is not base64url');
    sigs.push({ kid: publicKey, sig: toBase64Url(await signAsync(bytes, secret)) });
  }
  return { payload: toBase64Url(bytes), sigs };
}

/** A statement by which other keys follow those that sign it. */
export type Handover = Signed;

/** Hands a pack over to other keys. A change of the second, offline key needs its own signature. @param from first key so far. */
export function signHandover(
  id: string,
  from: string,
  keys: readonly string[],
  signers: readonly KeyPair[],
): Promise<Handover> {
  return sign(JSON.stringify({ id, from, keys }), signers);
}

/** The text of `latest.json`. @param payload JSON. @param handovers those so far, of which the last 8 are kept. */
export async function signPayload(
  payload: string,
  keys: readonly KeyPair[],
  handovers: readonly Handover[] = [],
): Promise<string> {
  const kept = handovers.slice(-MAX_HANDOVERS);
  return `${JSON.stringify({ ...(await sign(payload, keys)), ...(kept.length > 0 && { handovers: kept }) })}\n`;
}

/** The handovers of `latest.json`, unverified, for its next revision. */
export function handoversOf(text: string): Handover[] {
  const envelope = v.safeParse(envelopeSchema, jsonOf(text));
  return envelope.success ? envelope.output.handovers : [];
}

/** A verified payload. */
export interface SignedPayload {
  /** Its text, JSON of any shape. */
  payload: string;
  /** The accepted keys that signed it, at least one. */
  signers: readonly string[];
  /** The accepted keys after the handovers. */
  accepted: AcceptedKeys;
  /** Ids of packs in the handovers that changed keys. */
  packs: readonly string[];
  /** Whether the offline key replaced the first one: a thief of that may have published numbers of any size. */
  isRecovered: boolean;
}

/**
 * Verifies the signatures of `latest.json`. Those of keys that are not accepted are ignored.
 * @param accepted null accepts the keys in the file itself (trust on first use).
 */
export async function openEnvelope(text: string, accepted: AcceptedKeys | null): Promise<Checked<SignedPayload>> {
  const envelope = v.safeParse(envelopeSchema, jsonOf(text));
  if (!envelope.success) return refuse({ kind: 'malformed', where: 'latest.json' });
  const { sigs } = envelope.output;
  const after = accepted
    ? await applyHandovers(accepted, envelope.output)
    : { accepted: { current: sigs.map(({ kid }) => kid) }, packs: [], isRecovered: false };
  const signed = await verify(envelope.output, after.accepted.current);
  return signed.ok ? accept({ ...signed.value, ...after }) : signed;
}

/**
 * The keys after the handovers that accepted keys signed; others are ignored, and so are those that lead back to a key that was
 * left: the offline key has signed for keys that were stolen later.
 */
async function applyHandovers(
  accepted: AcceptedKeys,
  { handovers }: Envelope,
): Promise<Pick<SignedPayload, 'accepted' | 'packs' | 'isRecovered'>> {
  let { current, past = [] } = accepted;
  let isRecovered = false;
  const packs: string[] = [];
  for (const handover of handovers) {
    const signed = await verify(handover, current);
    const parsed = signed.ok ? v.safeParse(handoverSchema, jsonOf(signed.value.payload)) : null;
    if (!signed.ok || !parsed?.success) continue;
    const { id, from, keys } = parsed.output;
    const [first = '', offline = ''] = current;
    const [next = ''] = keys;
    const isKnown = from === first || (past.includes(from) && next !== first);
    if (!isKnown || past.includes(next) || !mayFollow(current, keys, signed.value.signers)) continue;
    if (next !== first) {
      past = [...past, first];
      isRecovered ||= signed.value.signers.includes(offline);
    }
    current = keys;
    packs.push(id);
  }
  return { accepted: { current, ...(past.length > 0 && { past }) }, packs, isRecovered };
}

/** Replacing the offline key needs its own signature, so that a thief of the first key cannot lock out the editors. */
function mayFollow([, offline]: readonly string[], after: readonly string[], signers: readonly string[]): boolean {
  return offline === undefined || after[1] === offline || signers.includes(offline);
}

async function verify(
  { payload, sigs }: Signed,
  accepted: readonly string[],
): Promise<Checked<{ payload: string; signers: string[] }>> {
  const bytes = fromBase64Url(payload);
  if (!bytes || toBase64Url(bytes) !== payload) return refuse({ kind: 'malformed', where: 'payload' });
  const checked = sigs.filter(({ kid }) => accepted.includes(kid));
  if (checked.length === 0) return refuse({ kind: 'wrong-key', keys: sigs.map(({ kid }) => kid) });
  for (const { kid, sig } of checked) {
    if (!(await isSignedBy(bytes, kid, sig))) return refuse({ kind: 'bad-signature' });
  }
  return accept({ payload: new TextDecoder().decode(bytes), signers: checked.map(({ kid }) => kid) });
}

async function isSignedBy(bytes: Uint8Array, key: string, signature: string): Promise<boolean> {
  const [keyBytes, signatureBytes] = [fromBase64Url(key), fromBase64Url(signature)];
  if (!keyBytes || !signatureBytes) return false;
  // The last character of a base64url text has unused bits: another one would be the same signature.
  if (toBase64Url(signatureBytes) !== signature) return false;
  return verifyAsync(signatureBytes, bytes, keyBytes, { zip215: false }).catch(() => false);
}
