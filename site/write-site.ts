/**
 * Writes the website of a glossary into a folder. Commands load this module when they run, by Vite: it renders the views of
 * the book.
 */
import { mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SITE_LIST, type WriteSite, type WrittenSite } from '../glossary/publish/site';
import { buildAssets } from './assets';
import { type SiteFile, type SiteParts, siteFiles } from './site-files';

/** A path that lies in the folder. */
const INSIDE = /^(?!\/)(?!.*(^|\/)\.\.?(\/|$))[^\\:\0]+$/;

/** Keeps files whose bytes are the same, with their dates; removes those of an earlier run that no longer belong to it. */
export const writeSite: WriteSite = async (content, folder) => {
  const parts: SiteParts = {
    assets: await buildAssets(),
    icon: new Uint8Array(readFileSync(new URL('../public/icon/48.png', import.meta.url))),
    documents: { privacy: document('PRIVACY.md'), security: document('SECURITY.md') },
  };
  return writeFiles(siteFiles(content, parts), folder);
};

/** Writes the files of a website as `writeSite` does. @param folder absolute. */
export function writeFiles(files: Iterable<SiteFile>, folder: string): WrittenSite {
  const list = join(folder, SITE_LIST);
  const before = readList(list);
  const paths: string[] = [];
  let changed = 0;
  const write = (path: string, file: string | Uint8Array) => {
    if (replaceIfOther(join(folder, path), file)) changed++;
  };
  // An interrupted first run has a list, so that the next can go on.
  if (before.length === 0) replaceIfOther(list, 'index.html\n');
  for (const file of files) {
    paths.push(file.path);
    write(file.path, file.content);
  }
  const now = new Set(paths);
  const gone = before.filter((path) => !now.has(path));
  for (const path of gone) removeFile(folder, path);
  write(SITE_LIST, `${paths.join('\n')}\n`);
  return { files: paths.length + 1, changed, removed: gone.length };
}

function document(name: string): string {
  return readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
}

/** Empty without a list. */
function readList(path: string): string[] {
  const lines = bytesOf(path)?.toString('utf8').split('\n') ?? [];
  return lines.filter((line) => INSIDE.test(line));
}

/** @returns whether the file was written. */
function replaceIfOther(path: string, content: string | Uint8Array): boolean {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  if (bytesOf(path)?.equals(bytes)) return false;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return true;
}

/** Null if there is no such file. */
function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** With folders that it leaves empty. */
function removeFile(folder: string, path: string): void {
  rmSync(join(folder, path), { force: true });
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
    try {
      rmdirSync(join(folder, parent));
    } catch {
      return; // Not empty, or gone.
    }
  }
}
