/** The keys of a publisher: files outside of what is published, which only their owner can read. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import * as v from 'valibot';
import { jsonOf } from '../../json-of';
import { createKeyPair, type KeyPair, keyPairOf } from '../../publish/envelope';
import { BadInput } from '../command';

const keyFileSchema = v.object({ secretKey: v.string() });

/** The file of the key if the command names none. @param id of the pack. */
export function defaultKeyFile(id: string): string {
  const config = process.env.XDG_CONFIG_HOME || join(homedir(), '.config');
  return join(config, 'pangzhu', `${id}.key.json`);
}

/** The file of the second key, beside the first. */
export function offlineKeyFile(keyFile: string): string {
  return keyFile.replace(/(\.key)?(\.json)?$/, '.offline-key.json');
}

/** @throws {BadInput} if a key would lie in a folder that is published or passed on. */
export function refuseInside(keyFile: string, folders: readonly string[]): void {
  const place = realPlace(keyFile);
  for (const folder of folders) {
    const way = relative(realPlace(folder), place);
    if (way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way)
      throw new BadInput(`The key must not lie in ${folder}: name another file with --key.`);
  }
}

/** The path without symbolic links, of which the end need not exist. */
function realPlace(path: string): string {
  return existsSync(path) ? realpathSync(path) : join(realPlace(dirname(path)), basename(path));
}

/** Null if there is no such file. @throws {BadInput} if it is no key, or if others can read it. */
export async function readKey(file: string): Promise<KeyPair | null> {
  if (!existsSync(file)) return null;
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw new BadInput(`${file} can be read by others: run “chmod 600 ${file}”.`);
  const parsed = v.safeParse(keyFileSchema, jsonOf(readFileSync(file, 'utf8')));
  const pair = parsed.success ? await keyPairOf(parsed.output.secretKey) : null;
  if (!pair) throw new BadInput(`${file} is no key.`);
  return pair;
}

/** Makes a key in a new file. @throws {Error} if the file exists. */
export async function makeKey(file: string): Promise<KeyPair> {
  const pair = await createKeyPair();
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify(pair, null, 2)}\n`, { flag: 'wx', mode: 0o600 });
  chmodSync(file, 0o600);
  return pair;
}

/** Puts a new key in the place of another, which stays beside it. */
export function replaceKey(file: string, made: string): void {
  if (existsSync(file)) renameSync(file, `${file}.replaced-${Date.now()}`);
  renameSync(made, file);
}
