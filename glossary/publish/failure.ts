/** The reasons for which published files are refused. The interface has a message for each. */

/** The reason of a refusal. */
export type PublicationFailure =
  /** Not in this format. `where` is a path in the payload, or names the file. */
  | { kind: 'malformed'; where: string }
  /** The signature of an accepted key does not match: somebody else changed the content. */
  | { kind: 'bad-signature' }
  /** Signed by other keys than those accepted. */
  | { kind: 'wrong-key'; keys: readonly string[] }
  /** The publication's own keys change in a way that needs the reader's consent. They are accepted only then. */
  | { kind: 'keys-changed'; keys: AcceptedKeys }
  /** Another pack than the one followed at this address. */
  | { kind: 'wrong-pack'; id: string }
  /** Older than the stored revision, or another one of the same number. */
  | { kind: 'rollback'; seq: number; stored: number }
  /** The publication's date of expiry has passed (ISO). */
  | { kind: 'expired'; expires: string }
  /** More bytes than the manifest or this format allows. */
  | { kind: 'too-large'; limit: number }
  /** The bytes are not those the manifest names. */
  | { kind: 'wrong-hash'; expected: string }
  /** Needs a newer version of the extension. */
  | { kind: 'old-client'; minClient: string };

/** The keys by which a publication is accepted. */
export interface AcceptedKeys {
  /** Public keys: the first signs, the second one is kept offline and replaces a lost first one. */
  current: readonly string[];
  /** First keys that handovers left; none if absent. */
  past?: readonly string[];
}

/** A checked value, or why it is refused. */
export type Checked<T> = { ok: true; value: T } | { ok: false; failure: PublicationFailure };

/** A refusal. */
export const refuse = (failure: PublicationFailure): { ok: false; failure: PublicationFailure } => ({
  ok: false,
  failure,
});

/** An accepted value. */
export const accept = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
