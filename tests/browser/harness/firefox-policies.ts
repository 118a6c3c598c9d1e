/**
 * Owns a Firefox with policies of its own: a folder of links to the real one, since the program looks for policies beside
 * itself. Only it obeys them; those of the machine would reach every other test.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { FIREFOX } from '../../../tools/browser/driver';

export interface PolicedFirefox {
  executablePath: string;
  /** Takes the folder away. */
  remove(): void;
}

/** Null where Firefox is not installed as a plain folder: as a snap, or on a Mac. */
export function firefoxWithPolicies(policies: object): PolicedFirefox | null {
  const program = realpathSync(FIREFOX);
  const home = dirname(program);
  if (!existsSync(join(home, 'omni.ja'))) return null;
  const folder = mkdtempSync(join(tmpdir(), 'pangzhu-firefox-'));
  for (const name of readdirSync(home)) {
    if (name !== 'distribution' && name !== basename(program)) symlinkSync(join(home, name), join(folder, name));
  }
  // A link would lead it home.
  const executablePath = join(folder, basename(program));
  copyFileSync(program, executablePath);
  mkdirSync(join(folder, 'distribution'));
  writeFileSync(join(folder, 'distribution/policies.json'), JSON.stringify({ policies }));
  return { executablePath, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
