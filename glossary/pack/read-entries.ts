/** Owns reading what editors wrote: entries and blockers from YAML, each with its place. */
import * as v from 'valibot';
import { type BlockerSource, blockerSchema, type EntrySource, entrySchema } from './entry-schema';
import type { Problem } from './problem';
import { type SourceFile, YamlSource } from './source-file';

/** The file in `entries/` that holds blockers instead of entries. */
const BLOCKERS_FILE = 'entries/blockers.yaml';

/** Something an editor wrote, and where: `lineOf` takes a path inside it. */
export interface Placed<T> {
  value: T;
  file: string;
  lineOf(path: readonly (string | number)[]): number;
}

export interface EntryFiles {
  entries: Placed<EntrySource>[];
  blockers: Placed<BlockerSource>[];
  problems: Problem[];
}

/** Reads all files; a fault in one block does not hide those in others. */
export function readEntryFiles(files: readonly SourceFile[]): EntryFiles {
  const entries: Placed<EntrySource>[] = [];
  const blockers: Placed<BlockerSource>[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const yaml = new YamlSource(file.path, file.text);
    const isBlockers = file.path === BLOCKERS_FILE;
    const blocks = yaml.value;
    if (yaml.problems.length === 0 && !Array.isArray(blocks)) {
      yaml.problems.push({
        file: file.path,
        line: 1,
        message: 'the file is not a list',
        advice: 'Begin each entry with “- id: …”.',
      });
    }
    for (let i = 0; Array.isArray(blocks) && i < blocks.length; i++) {
      const place = { file: file.path, lineOf: (path: readonly (string | number)[]) => yaml.lineOf([i, ...path]) };
      if (isBlockers) {
        const value = yaml.parse(blockerSchema, [i], `blocker ${i + 1}`);
        if (value) blockers.push({ value, ...place });
      } else {
        const value = yaml.parse(entrySchema, [i], nameOf(blocks[i], i));
        if (value) entries.push({ value, ...place });
      }
    }
    problems.push(...yaml.problems);
  }
  return { entries, blockers, problems };
}

function nameOf(block: unknown, index: number): string {
  const named = v.safeParse(v.object({ id: v.string() }), block);
  return named.success ? `entry "${named.output.id}"` : `entry ${index + 1} of the file`;
}
