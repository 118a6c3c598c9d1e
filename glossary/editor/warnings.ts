/** Warnings for editors, reported by `npm run glossary -- check`, but not by the build. */
import { foldForm } from './fold';
import { formsOf, isConditional } from './forms';
import type { Problem } from './problem';
import type { EntryFiles } from './read-entries';
import { toneFaultOf } from './tones';

/** Length of forms that occur inside ordinary words: 学会 in 大学会议. */
const SHORT_FORM = 2;

/** Book marks are ignored: the exclusion 实事求是 is kept for 《求是》, which is found with its marks only. */
const BOOK_MARKS = /[《》]/g;

/** All warnings, in the order of the files. */
export function findWarnings({ entries, exclusions, settings }: EntryFiles): Problem[] {
  const forms = entries.flatMap(({ value }) => formsOf(value));
  const cues = forms.flatMap(({ needs, unless }) =>
    [needs?.near, needs?.page, unless?.near].flatMap((some) => some ?? []),
  );
  const places = settings.flatMap(({ value }) => [...value.home, ...value.away]);
  const excludable = [...forms.map(({ text }) => text), ...cues, ...places].map((text) =>
    foldForm(text).replace(BOOK_MARKS, ''),
  );
  const warnings: Problem[] = [];
  for (const entry of entries) {
    const { value, file, lineOf } = entry;
    const warn = (key: string, message: string, advice: string) =>
      warnings.push({ file, line: lineOf([key]), message: `entry "${value.id}": ${message}`, advice });
    const tone = value.pinyin === undefined ? null : toneFaultOf(value.headword, value.pinyin);
    if (tone) warn('pinyin', `“${tone.written}” in its pinyin has another tone`, `It may be ${tone.expected}.`);
    if (!value.short.endsWith('。')) warn('short', 'the short definition is no sentence', 'End it with “。”.');
    if (!value.relations?.length)
      warn('id', 'it has no relation', 'Name what it is part of, who organises it, or what to see also.');
    for (const form of formsOf(value)) {
      if (foldForm(form.text).length > SHORT_FORM || isConditional(form)) continue;
      warn(
        'forms',
        `“${form.text}” is short and has no rule`,
        'Short forms stand inside ordinary words: add needs, notBefore or notAfter.',
      );
    }
  }
  for (const { value, file, lineOf } of exclusions) {
    const blocked = foldForm(value.text);
    if (excludable.some((word) => blocked.includes(word))) continue;
    warnings.push({
      file,
      line: lineOf(['text']),
      message: `the exclusion “${value.text}” contains no form, no cue and no word of a setting`,
      advice: 'Remove it, or correct its spelling.',
    });
  }
  return warnings;
}
