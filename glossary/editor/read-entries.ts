/** Parses entries, exclusions and settings from YAML, with their places. */
import * as v from 'valibot';
import {
  type EntrySource,
  type ExclusionSource,
  entrySchema,
  exclusionSchema,
  type SettingSource,
  settingSchema,
} from './entry-schema';
import type { Problem } from './problem';
import { type SourceFile, YamlSource } from './source-file';

/** The file with exclusions instead of entries. */
const EXCLUSIONS_FILE = 'entries/exclusions.yaml';

/** The file with settings. */
const SETTINGS_FILE = 'entries/settings.yaml';

/** A value of a file. `lineOf` returns the line of a path in it. */
export interface Placed<T> {
  value: T;
  file: string;
  lineOf(path: readonly (string | number)[]): number;
}

/** All entries and exclusions, and problems of the others. */
export interface EntryFiles {
  entries: Placed<EntrySource>[];
  exclusions: Placed<ExclusionSource>[];
  settings: Placed<SettingSource>[];
  problems: Problem[];
}

/** Parses all files; a problem in one block does not hide those in others. */
export function readEntryFiles(files: readonly SourceFile[]): EntryFiles {
  const all: EntryFiles = { entries: [], exclusions: [], settings: [], problems: [] };
  for (const file of files) {
    const yaml = new YamlSource(file.path, file.text);
    if (file.path === EXCLUSIONS_FILE) {
      all.exclusions.push(...readList(yaml, exclusionSchema, (_block, i) => `exclusion ${i + 1}`));
    } else if (file.path === SETTINGS_FILE) {
      all.settings.push(...readList(yaml, settingSchema, (_block, i) => `setting ${i + 1}`));
    } else {
      all.entries.push(...readList(yaml, entrySchema, nameOf));
    }
    all.problems.push(...yaml.problems);
  }
  return all;
}

/** The valid items of the list in `yaml`; problems of the others are added to it. */
function readList<const S extends v.GenericSchema>(
  yaml: YamlSource,
  schema: S,
  nounOf: (block: unknown, index: number) => string,
): Placed<v.InferOutput<S>>[] {
  const blocks = yaml.value;
  if (yaml.problems.length > 0) return [];
  if (!Array.isArray(blocks)) {
    const advice = 'Begin each block with “- ”, an entry with “- id: …”.';
    yaml.problems.push({ file: yaml.path, line: 1, message: 'the file is not a list', advice });
    return [];
  }
  return blocks.flatMap((block, i) => {
    const value = yaml.parse(schema, [i], nounOf(block, i));
    if (value === null) return [];
    return [{ value, file: yaml.path, lineOf: (path: readonly (string | number)[]) => yaml.lineOf([i, ...path]) }];
  });
}

function nameOf(block: unknown, index: number): string {
  const named = v.safeParse(v.object({ id: v.string() }), block);
  return named.success ? `entry "${named.output.id}"` : `entry ${index + 1} of the file`;
}
