/** Checks forms, cues and exclusions: each can be found, and at most one entry has a form without a rule. */
import type { FormSource } from './entry-schema';
import { foldForm } from './fold';
import { isConditional, placedFormsOf } from './forms';
import type { Problem } from './problem';
import type { EntryFiles } from './read-entries';

type Entries = EntryFiles['entries'];
type Exclusions = EntryFiles['exclusions'];
type Settings = EntryFiles['settings'];

/** A form of an entry, and its line. */
interface Use {
  entry: Entries[number];
  form: FormSource;
  line: number;
}

/** Problems of forms. */
export function checkForms({ entries, exclusions, settings }: EntryFiles): Problem[] {
  const uses = entries.map(usesOf);
  return [
    ...uses.flatMap(checkTwice),
    ...checkClaims(byFold(uses.flat())),
    ...checkExclusions(exclusions, byFold(uses.flat())),
    ...entries.flatMap(checkWords),
    ...entries.flatMap((entry) => checkSettings(entry, settings)),
  ];
}

function usesOf(entry: Entries[number]): Use[] {
  return placedFormsOf(entry.value).map(({ form, path }) => ({ entry, form, line: entry.lineOf(path) }));
}

function byFold(uses: readonly Use[]): Map<string, Use[]> {
  const groups = new Map<string, Use[]>();
  for (const use of uses) {
    const folded = foldForm(use.form.text);
    if (folded) groups.set(folded, [...(groups.get(folded) ?? []), use]);
  }
  return groups;
}

function checkTwice(uses: readonly Use[]): Problem[] {
  const seen = new Set<string>();
  return uses.flatMap(({ entry, form, line }) => {
    const folded = foldForm(form.text);
    const isNew = folded !== '' && !seen.has(folded);
    seen.add(folded);
    if (isNew) return [];
    const fault = folded ? `the form “${form.text}” is there twice` : `the form “${form.text}” has no letter`;
    const advice = 'Leave it out: quotes, width and Traditional spellings are found by themselves.';
    return [{ file: entry.file, line, message: `entry "${entry.value.id}": ${fault}`, advice }];
  });
}

/** A form without a condition always means its entry, so that only one entry can have it. */
function checkClaims(groups: ReadonlyMap<string, Use[]>): Problem[] {
  return [...groups.values()].flatMap((uses) => {
    const [first, ...others] = uses.filter(({ form }) => !isConditional(form));
    return others
      .filter((other) => other.entry !== first?.entry)
      .map(({ entry, form, line }) => ({
        file: entry.file,
        line,
        message: `the form “${form.text}” is also a form of "${first?.entry.value.id}" (glossary/${first?.entry.file}:${first?.line})`,
        advice: 'Declare with needs, unless or another rule which sense is meant where.',
      }));
  });
}

function checkExclusions(exclusions: Exclusions, groups: ReadonlyMap<string, Use[]>): Problem[] {
  return exclusions.flatMap(({ value: { text }, file, lineOf }) => {
    const folded = foldForm(text);
    const owner = groups.get(folded)?.[0]?.entry.value.id;
    if (folded && owner === undefined) return [];
    return [
      {
        file,
        line: lineOf(['text']),
        message: owner ? `the exclusion “${text}” is a form of "${owner}"` : `the exclusion “${text}” has no letter`,
        advice: 'An exclusion is a longer, different thing: lengthen it or remove it.',
      },
    ];
  });
}

function checkSettings(entry: Entries[number], settings: Settings): Problem[] {
  return placedFormsOf(entry.value).flatMap(({ form, path }) => {
    const names = [...(form.settings ?? []), ...(form.needs?.settings ?? [])];
    const unknown = names.filter((name) => !settings.some(({ value }) => value.id === name));
    return unknown.map((name) => ({
      file: entry.file,
      line: entry.lineOf(form.settings?.includes(name) ? [...path, 'settings'] : [...path, 'needs', 'settings']),
      message: `entry "${entry.value.id}": the setting "${name}" does not exist`,
      advice: 'Name one of those in glossary/entries/settings.yaml.',
    }));
  });
}

/** Cues and neighbours must contain a letter: quotation marks alone would be found everywhere or nowhere. */
function checkWords(entry: Entries[number]): Problem[] {
  return placedFormsOf(entry.value).flatMap(({ form, path }) => {
    const { notBefore, notAfter, notIn, standsBefore, standsAfter, needs, unless } = form;
    const lists: [string[], string[] | undefined][] = [
      [['notBefore'], notBefore],
      [['notAfter'], notAfter],
      [['notIn'], notIn],
      [['standsBefore'], standsBefore],
      [['standsAfter'], standsAfter],
      [['needs', 'near'], needs?.near],
      [['needs', 'page'], needs?.page],
      [['unless', 'near'], unless?.near],
      [['unless', 'page'], unless?.page],
    ];
    return lists.flatMap(([key, words = []]) =>
      words.flatMap((word, i) =>
        foldForm(word) !== ''
          ? []
          : {
              file: entry.file,
              line: entry.lineOf([...path, ...key, i]),
              message: `entry "${entry.value.id}": “${word}” has no letter`,
              advice: 'Quotation marks and spaces are skipped: name a word or a punctuation mark.',
            },
      ),
    );
  });
}
