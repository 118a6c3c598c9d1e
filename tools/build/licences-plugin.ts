/** Collects the licences of the bundled libraries as the virtual module `virtual:pangzhu/licences`. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const ID = 'virtual:pangzhu/licences';
const RESOLVED = `\0${ID}`;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Packages that add code of their own to what they build. */
const BUILDERS = ['wxt', '@wxt-dev/browser'];

/** A bundled package. */
export interface Licence {
  name: string;
  version: string;
  /** The identifier of SPDX, as `MIT`. */
  licence: string;
  /** The identifier alone, where the package contains no text. */
  text: string;
}

/**
 * Offers the licences of all packages that may be bundled. The build fails if a bundle contains another package, or if a
 * package names no version or licence.
 */
export function licencesPlugin(): Plugin {
  return {
    name: 'pangzhu-licences',
    resolveId: (id) => (id === ID ? RESOLVED : null),
    load: (id) => (id === RESOLVED ? `export const LICENCES = ${JSON.stringify(readLicences())}` : null),
    generateBundle(_options, bundle) {
      const listed = new Set(bundledPackages());
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const unlisted = new Set(modules.map(packageOf).filter((name) => name !== null && !listed.has(name)));
      if (unlisted.size > 0) this.error(`bundled without its licence: ${[...unlisted].join(', ')}`);
    },
  };
}

/** The licences of all packages that may be bundled, by name. @throws if one names no version or licence. */
export function readLicences(): Licence[] {
  return bundledPackages().map((name) => {
    const folder = `${ROOT}node_modules/${name}`;
    const { version, license } = readJson<Manifest>(`${folder}/package.json`);
    const file = readdirSync(folder).find((item) => /^licen[cs]e/i.test(item));
    if (!version || !license) throw new Error(`${name} names no version or licence in its package.json`);
    return { name, version, licence: license, text: file ? readFileSync(`${folder}/${file}`, 'utf8') : license };
  });
}

/** The dependencies of the extension, theirs, and so on; sorted. */
function bundledPackages(): string[] {
  const { packages } = readJson<Lock>(`${ROOT}package-lock.json`);
  const found = new Set<string>(BUILDERS);
  const add = (path: string) => {
    for (const name of Object.keys(packages[path]?.dependencies ?? {})) {
      if (found.has(name)) continue;
      found.add(name);
      add(`node_modules/${name}`);
    }
  };
  add('');
  return [...found].sort();
}

/** The package that a module is part of; null for our own. */
function packageOf(id: string): string | null {
  const [, path] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id) ?? [];
  return path ?? null;
}

interface Manifest {
  version?: string;
  license?: string;
}

interface Lock {
  packages: Record<string, { dependencies?: Record<string, string> }>;
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T; // npm's own formats.
}
