/**
 * Links between the pages of the website. They are relative, so that it works in any folder, and name `index.html`, so that
 * it works from files and on hosts that serve no folders.
 */
import { partsOf } from '../glossary/library/entry-name';
import { bulletinAddress, entryAddress } from '../glossary/publish/site';

/** The place of a page. */
export interface PagePlace {
  /** Folder of its language, from the root: '' or `en/`. */
  prefix: string;
  /** Its folder within its language: '' or `entry/x/`. */
  folder: string;
}

/** Links from a page. */
export interface Links {
  /** To a page of the same language, by its folder; a fragment after it is kept. */
  page(folder: string): string;
  /** To a file, by its path from the root. */
  file(path: string): string;
  /** @param name of an entry. */
  entry(name: string): string;
  bulletin(bulletin: string): string;
  passage(bulletin: string, passage: string): string;
  /** The map with an entry selected. @param name of an entry, or null. */
  map(name: string | null): string;
}

/** The fragment by which the map selects an entry. @param name of an entry. */
export function mapFragment(name: string): string {
  return `#entry/${encodeURIComponent(partsOf(name).term)}`;
}

/** @param base path of the root on its host, for a page that is served at any address; otherwise links are relative. */
export function linksFrom({ prefix, folder }: PagePlace, base: string | null = null): Links {
  const up = (path: string) => '../'.repeat(path.split('/').length - 1);
  const toRoot = base ?? up(prefix + folder);
  const toLanguage = base === null ? up(folder) : base + prefix;
  const page = (address: string) => {
    const [path = '', fragment] = address.split('#');
    return `${toLanguage}${path}index.html${fragment === undefined ? '' : `#${fragment}`}`;
  };
  return {
    page,
    file: (path) => toRoot + path,
    entry: (name) => page(entryAddress(partsOf(name).term)),
    bulletin: (bulletin) => page(bulletinAddress(bulletin)),
    passage: (bulletin, passage) => page(bulletinAddress(bulletin, passage)),
    map: (name) => page(`map/${name === null ? '' : mapFragment(name)}`),
  };
}
