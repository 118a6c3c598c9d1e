/** Collects the licences of the bundled libraries as the virtual module `virtual:pangzhu/licences`. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const ID = 'virtual:pangzhu/licences';
const RESOLVED = `\0${ID}`;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Reads the licence of every dependency in `package.json`. The build fails if a package names no version or licence. */
export function licencesPlugin(): Plugin {
  return {
    name: 'pangzhu-licences',
    resolveId: (id) => (id === ID ? RESOLVED : null),
    load: (id) => (id === RESOLVED ? `export const LICENCES = ${JSON.stringify(readLicences())}` : null),
  };
}

function readLicences() {
  const { dependencies } = readJson(`${ROOT}package.json`);
  return Object.keys(dependencies ?? {})
    .sort()
    .map((name) => {
      const folder = `${ROOT}node_modules/${name}`;
      const { version, license } = readJson(`${folder}/package.json`);
      const file = readdirSync(folder).find((item) => /^licen[cs]e/i.test(item));
      if (!version || !license) throw new Error(`${name} names no version or licence in its package.json`);
      return { name, version, licence: license, text: file ? readFileSync(`${folder}/${file}`, 'utf8') : license };
    });
}

interface Manifest {
  dependencies?: Record<string, string>;
  version?: string;
  license?: string;
}

function readJson(file: string): Manifest {
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest; // The package registry's format.
}
