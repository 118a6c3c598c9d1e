/** Checks entries against each other and against bulletins. All checks run, whatever the others find. */
import type { Bulletin } from '../pack/pack';
import type { Category } from '../pack/vocabulary';
import { checkDates } from './check-dates';
import { checkEvidence } from './check-evidence';
import { checkForms } from './check-forms';
import { checkReferences } from './check-references';
import type { Problem } from './problem';
import type { EntryFiles } from './read-entries';

/**
 * All problems between entries and bulletins.
 * @param missing number of unreadable editions; if there are some, unknown bulletins are not reported.
 */
export function checkEntries(files: EntryFiles, bulletins: readonly Bulletin[], missing = 0): Problem[] {
  const { entries } = files;
  return [
    ...checkIds(entries),
    ...checkFiles(entries),
    ...checkForms(files),
    ...checkEvidence(entries, bulletins, missing === 0),
    ...checkDates(entries, bulletins, missing === 0),
    ...checkReferences(entries, files.problems.length === 0),
  ];
}

/** The file of each category in `entries/`; a file of another name may hold any. */
const FILES: Record<Category, string> = {
  organisation: 'organisations',
  person: 'people',
  meeting: 'meetings',
  event: 'events',
  project: 'projects',
  honour: 'honours',
  publication: 'publications',
  plan: 'plans',
  institution: 'institutions',
  phrase: 'phrases',
  concept: 'concepts',
};
const NAMES = new Set(Object.values(FILES).map((name) => `entries/${name}.yaml`));

function checkFiles(entries: EntryFiles['entries']): Problem[] {
  return entries.flatMap(({ value: { id, category }, file, lineOf }) => {
    const own = `entries/${FILES[category]}.yaml`;
    if (file === own || !NAMES.has(file)) return [];
    const message = `entry "${id}" is in another category's file`;
    return [
      { file, line: lineOf(['category']), message, advice: `Move it to glossary/${own}, or correct its category.` },
    ];
  });
}

function checkIds(entries: EntryFiles['entries']): Problem[] {
  const first = new Map<string, EntryFiles['entries'][number]>();
  const problems: Problem[] = [];
  for (const entry of entries) {
    const { id } = entry.value;
    const other = first.get(id);
    if (!other) first.set(id, entry);
    else {
      problems.push({
        file: entry.file,
        line: entry.lineOf(['id']),
        message: `the id "${id}" is taken by glossary/${other.file}:${other.lineOf(['id'])}`,
        advice: 'Give one of the two another id.',
      });
    }
  }
  return problems;
}
