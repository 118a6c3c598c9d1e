/** Owns telling which forms would be marked inside ordinary words, their rules taken into account: 求是 in 实事求是. */

import { compileGlossary, type GlossarySources } from '../editor/compile';
import { foldForm } from '../editor/fold';
import { placedFormsOf } from '../editor/forms';
import type { Problem } from '../editor/problem';
import { readEntryFiles } from '../editor/read-entries';
import { createFinder } from '../find/finder';
import { SUFFIXES } from '../intake/candidates/word-lists';
import { frequencies, frequencyOf } from '../intake/dictionary';
import { findInText } from './find-in-text';

/** A word the dictionary has met less often is hardly one. */
const MIN_FREQUENCY = 3;
/** Words named in one warning. */
const MAX_NAMED = 5;

/** 科普活动 is made of 科普 and another word: there 科普 is meant. 科普利 is made of nothing. */
function isCompound(word: string, form: string): boolean {
  const at = word.indexOf(form);
  const rest = [word.slice(0, at), word.slice(at + form.length)].filter((part) => part !== '');
  return rest.every((part) => (part.length > 1 ? frequencyOf(part) > 0 : SUFFIXES.has(part)));
}

/** Whether a form stands in the word and is not one of the words it is made of. @param byHead forms by their first two units. */
function holdsForm(word: string, byHead: ReadonlyMap<string, readonly string[]>): boolean {
  for (let at = 0; at < word.length - 1; at++) {
    const forms = byHead.get(word.slice(at, at + 2)) ?? [];
    if (forms.some((form) => word.startsWith(form, at) && !isCompound(word, form))) return true;
  }
  return false;
}

/** One warning a form, at its line. For a glossary that compiles; takes a second or two. */
export function findInOrdinaryWords(sources: GlossarySources): Problem[] {
  const { pack, finder: data } = compileGlossary(sources);
  const finder = createFinder(data);
  const forms = readEntryFiles(sources.entries).entries.flatMap((entry) =>
    placedFormsOf(entry.value).map(({ form, path }) => ({ entry, path, text: form.text, folded: foldForm(form.text) })),
  );
  const byHead = new Map<string, string[]>();
  for (const { folded } of forms) byHead.set(folded.slice(0, 2), [...(byHead.get(folded.slice(0, 2)) ?? []), folded]);
  const known = new Set(forms.map(({ folded }) => folded));
  const words = [...frequencies()]
    .filter(([word, frequency]) => frequency >= MIN_FREQUENCY && !known.has(word) && holdsForm(word, byHead))
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
    const advice = 'If that is another thing, add notBefore, notAfter or needs, or a blocker.';
    return [{ file: entry.file, line: entry.lineOf(path), message, advice }];
  });
}
