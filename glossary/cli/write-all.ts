/** Owns writing files whole or not at all: several new ones as one step, or one in the place of another. */
import { linkSync, mkdirSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface NewFile {
  /** Absolute. */
  path: string;
  content: string | Uint8Array;
}

/**
 * All of them, or none; never over one that is there.
 * Each file is first written whole beside its place, then put there by a link, which fails where something is.
 * @throws {Error} of the file system; then nothing is left of what was written.
 */
export function writeAll(files: readonly NewFile[]): void {
  const made: string[] = [];
  const drafts: { draft: string; path: string }[] = [];
  try {
    for (const { path, content } of files) {
      mkdirSync(dirname(path), { recursive: true });
      const draft = join(dirname(path), `.${process.pid}-${drafts.length}.draft`);
      drafts.push({ draft, path });
      writeFileSync(draft, content, { flag: 'wx' });
    }
    for (const { draft, path } of drafts) {
      linkSync(draft, path);
      made.push(path);
    }
  } catch (error) {
    for (const path of made) unlinkSync(path);
    throw error;
  } finally {
    for (const { draft } of drafts) rmSync(draft, { force: true });
  }
}

/** Whoever reads `path` meanwhile, or ends the command in the middle, has the old file or the new one. */
export function replaceFile(path: string, content: string): void {
  const draft = `${path}.${process.pid}.draft`;
  try {
    writeFileSync(draft, content);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}
