/** Writes files atomically: several new files in one step, or the replacement of one. */
import { linkSync, mkdirSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file to create. */
export interface NewFile {
  /** Absolute. */
  path: string;
  content: string | Uint8Array;
}

/**
 * Creates all files or none, and never replaces one. Each file is first written beside its destination, and then linked
 * there, which fails if the destination exists.
 * @throws {Error} of the file system, after removing everything it wrote.
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

/** Replaces `path` by a rename, so that concurrent readers and interruptions see the old file or the new one. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const draft = `${path}.${process.pid}.draft`;
  try {
    writeFileSync(draft, content);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}
