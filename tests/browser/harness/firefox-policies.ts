/**
 * Creates a Firefox with policies of its own: a folder of links to the installed one, because the program reads policies
 * beside itself. Policies of the machine would affect all other tests.
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

/** A Firefox whose policies apply to it alone. */
export interface PolicedFirefox {
  executablePath: string;
  /** Removes the folder. */
  remove(): void;
}

/** Null if Firefox is not installed as a plain folder, for example as a snap or on a Mac. */
export function firefoxWithPolicies(policies: object): PolicedFirefox | null {
  const program = realpathSync(FIREFOX);
  const home = dirname(program);
  if (!existsSync(join(home, 'omni.ja'))) return null;
  const folder = mkdtempSync(join(tmpdir(), 'pangzhu-firefox-'));
  for (const name of readdirSync(home)) {
    if (name !== 'distribution' && name !== basename(program)) symlinkSync(join(home, name), join(folder, name));
  }
  // The program resolves a link and would read the policies of the installed one.
  const executablePath = join(folder, basename(program));
  copyFileSync(program, executablePath);
  mkdirSync(join(folder, 'distribution'));
  writeFileSync(join(folder, 'distribution/policies.json'), JSON.stringify({ policies }));
  return { executablePath, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
