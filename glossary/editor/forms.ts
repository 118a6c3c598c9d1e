/** The forms of an entry with their rules, and their places in quotations. */
import { hasBoundaries, withQuotes } from '../find/boundaries';
import type { FormSource } from './entry-schema';
import { foldForm, foldWithPlaces } from './fold';

/** The part of an entry that forms come from. */
export interface Named {
  headword: string;
  forms?: (string | FormSource)[] | undefined;
}

/** A form and the path in the entry at which it is written. */
export interface PlacedForm {
  form: FormSource;
  path: (string | number)[];
}

/** The forms of an entry, the headword first. A form with the headword's spelling replaces it. */
export function placedFormsOf(entry: Named): PlacedForm[] {
  const written = (entry.forms ?? []).map((form, i) => ({
    form: typeof form === 'string' ? { text: form } : form,
    path: ['forms', i],
  }));
  const folded = foldForm(entry.headword);
  const ruled = written.find(({ form }) => foldForm(form.text) === folded);
  const headword = ruled ?? { form: { text: entry.headword }, path: ['headword'] };
  return [headword, ...written.filter((item) => item !== ruled)];
}

/** The forms of an entry with their rules, the headword first. */
export function formsOf(entry: Named): FormSource[] {
  return placedFormsOf(entry).map(({ form }) => form);
}

/** Whether a form has a rule. Without one, it always means its entry. */
export function isConditional({ needs, unless, ...form }: FormSource): boolean {
  const conditions = [
    ...Object.values(needs ?? {}),
    ...Object.values(unless ?? {}),
    form.notBefore,
    form.notAfter,
    form.notIn,
  ];
  return Boolean(form.quoted || form.exactCase) || conditions.some((list) => list !== undefined);
}

/**
 * The range of the entry's longest form in `quote`: half-open, in UTF-16 units, with the quotation marks that would be
 * marked; null without a form.
 */
export function locateTerm(entry: Named, quote: string): [start: number, end: number] | null {
  const { text, places } = foldWithPlaces(quote);
  const forms = formsOf(entry)
    .map((form) => foldForm(form.text))
    .filter((form) => form !== '')
    .sort((a, b) => b.length - a.length);
  for (const form of forms) {
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
      const [first = 0, last = 0] = [places[at], places[at + form.length - 1]];
      const span = { start: first, end: last + 1 };
      if (!hasBoundaries(quote, span)) continue;
      const { start, end } = withQuotes(quote, span);
      return [start, end];
    }
  }
  return null;
}
