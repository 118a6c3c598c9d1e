/** Finds forms that would be marked inside ordinary words despite their rules, such as 求是 in 实事求是. */
import { addToGroup } from '../add-to-group';
import type { Compiled } from '../editor/compile';
import { foldForm } from '../editor/fold';
import { placedFormsOf } from '../editor/forms';
import type { Problem } from '../editor/problem';
import type { EntryFiles } from '../editor/read-entries';
import { createFinder } from '../find/finder';
import { SUFFIXES } from '../intake/candidates/word-lists';
import { frequencies, frequencyOf } from '../intake/dictionary';
import { findInText } from './find-in-text';

/** Rarer strings of the dictionary are hardly words. */
const MIN_FREQUENCY = 3;
/** Words named in one warning. */
const MAX_NAMED = 5;

/** Whether a word consists of the form and other words: 科普活动 is 科普 and 活动, so that 科普 is meant; 科普利 is not. */
function isCompound(word: string, form: string): boolean {
  const at = word.indexOf(form);
  const rest = [word.slice(0, at), word.slice(at + form.length)].filter((part) => part !== '');
  return rest.every((part) => (part.length > 1 ? frequencyOf(part) > 0 : SUFFIXES.has(part)));
}

/** Whether the word contains a form that is not one of its parts. @param byHead forms by their first two units. */
function hasForm(word: string, byHead: ReadonlyMap<string, readonly string[]>): boolean {
  for (let at = 0; at < word.length - 1; at++) {
    const forms = byHead.get(word.slice(at, at + 2)) ?? [];
    if (forms.some((form) => word.startsWith(form, at) && !isCompound(word, form))) return true;
  }
  return false;
}

/** One warning for each such form, with its line. Takes a second or two. @param files of the compiled glossary. */
export function findInOrdinaryWords({ entries }: EntryFiles, { pack, finder: data }: Compiled): Problem[] {
  const finder = createFinder(data);
  const forms = entries.flatMap((entry) =>
    placedFormsOf(entry.value).map(({ form, path }) => ({ entry, path, text: form.text, folded: foldForm(form.text) })),
  );
  const byHead = new Map<string, string[]>();
  for (const { folded } of forms) addToGroup(byHead, folded.slice(0, 2), folded);
  const known = new Set(forms.map(({ folded }) => folded));
  const words = [...frequencies()]
    .filter(([word, frequency]) => frequency >= MIN_FREQUENCY && !known.has(word) && hasForm(word, byHead))
    .sort(([, a], [, b]) => b - a)
    .map(([word]) => word);
  const hits = words.flatMap((word) =>
    findInText(finder, pack, word, () => '').map(({ entry, surface }) => ({
      word,
      key: `${entry} ${foldForm(surface)}`,
    })),
  );
  return forms.flatMap(({ entry, path, text, folded }) => {
    const inside = hits.filter(({ key }) => key === `${entry.value.id} ${folded}`).map(({ word }) => word);
    if (inside.length === 0) return [];
    const named = inside.slice(0, MAX_NAMED).join('、') + (inside.length > MAX_NAMED ? '…' : '');
    const message = `entry "${entry.value.id}": “${text}” is marked inside ${named}`;
    const advice = 'If that is another thing, add notBefore, notAfter or needs, or an exclusion.';
    return [{ file: entry.file, line: entry.lineOf(path), message, advice }];
  });
}
