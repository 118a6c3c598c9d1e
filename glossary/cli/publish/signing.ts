/** Chooses the keys of a revision: those of the publication, new ones at the first, or new ones by a handover. */
import { type Handover, type KeyPair, signHandover } from '../../publish/envelope';
import type { PublishedManifest } from '../../publish/manifest';
import { BadInput } from '../command';
import { makeKey, offlineKeyFile, readKey, replaceKey } from './publisher-keys';

/** Options of the command about keys. */
export interface KeyOptions {
  /** Absolute path. */
  keyFile: string;
  /** Replace the key. */
  isNew: boolean;
  /** With `isNew`: file of the key that signs the change; null for that of `keyFile`. */
  offline: string | null;
}

/** How a revision is signed. */
export interface Signing {
  pair: KeyPair;
  /** Public keys, for the manifest. */
  keys: readonly string[];
  /** Null if the keys stay. */
  handover: Handover | null;
  /** Call it when the manifest is written: until then the previous key stays. */
  finish(): void;
  /** Notes about keys for the publisher, one a line. */
  notes: readonly string[];
}

/** @param before null for the first revision. @throws {BadInput} if the key of the publication is missing. */
export async function signingOf(options: KeyOptions, id: string, before: PublishedManifest | null): Promise<Signing> {
  const known = await readKey(options.keyFile);
  if (options.isNew) return newSigning(options, id, before, known);
  return before ? sameSigning(options.keyFile, known, before.keys.current) : firstSigning(options.keyFile, known);
}

async function firstSigning(file: string, known: KeyPair | null): Promise<Signing> {
  const pair = known ?? (await makeKey(file));
  const offlineFile = offlineKeyFile(file);
  const offline = (await readKey(offlineFile)) ?? (await makeKey(offlineFile));
  const notes = [
    `key          ${file}: back it up; it never belongs on the web server`,
    `offline key  ${offlineFile}: move it to a medium that is not connected; it replaces a lost or stolen key`,
  ];
  return { pair, keys: [pair.publicKey, offline.publicKey], handover: null, finish: () => {}, notes };
}

function sameSigning(file: string, known: KeyPair | null, keys: readonly string[]): Signing {
  if (!known) throw missing(file);
  if (known.publicKey !== keys[0])
    throw new BadInput(`What is published there is signed by another key than ${file}: name it with --key.`);
  return { pair: known, keys, handover: null, finish: () => {}, notes: [] };
}

async function newSigning(
  { keyFile, offline }: KeyOptions,
  id: string,
  before: PublishedManifest | null,
  known: KeyPair | null,
): Promise<Signing> {
  if (!before) throw new BadInput('--new-key is for a folder with a publication: the first one makes its keys itself.');
  const keys = before.keys.current;
  const signer = offline === null ? known : await readKey(offline);
  if (!signer) throw missing(offline ?? keyFile);
  if (signer.publicKey !== keys[offline === null ? 0 : 1])
    throw new BadInput(`${offline ?? keyFile} is not the key of what is published there.`);
  const draft = `${keyFile}.${process.pid}.new`;
  const pair = await makeKey(draft);
  const next = [pair.publicKey, ...keys.slice(1)];
  return {
    pair,
    keys: next,
    handover: await signHandover(id, keys[0] ?? '', next, [signer]),
    finish: () => replaceKey(keyFile, draft),
    notes: [`new key      ${keyFile}: back it up`],
  };
}

function missing(file: string): BadInput {
  return new BadInput(`${file} is missing: name the key with --key; if it is lost, use --new-key --offline FILE.`);
}
