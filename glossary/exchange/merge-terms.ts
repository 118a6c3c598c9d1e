/** Merges two terms with the same headword, if no field of either is lost. */
import { type Equivalent, PACK_LIMITS } from '../pack/plain-term';
import { byLanguage, type CleanTerm } from './clean-term';

/** Fields of which a term has one: two terms that differ in one of them are two senses, not one. */
const SINGLE = ['id', 'pinyin', 'subject', 'status', 'use', 'exactCase', 'insideWords'] as const;

/** Both terms as one: forms and equivalents united, texts that differ one after the other; null if they conflict. */
export function mergeTerms(first: CleanTerm, second: CleanTerm): CleanTerm | null {
  if (SINGLE.some((field) => conflicts(first[field], second[field]))) return null;
  if (conflicts(sourceKey(first), sourceKey(second))) return null;
  const definition = joinTexts(first.definition, second.definition, '\n');
  const translation = joinTexts(first.translation, second.translation, '; ');
  const note = joinTexts(first.note, second.note, '\n');
  const forms = [...new Set([...first.forms, ...second.forms])];
  const equivalents = unite(first.equivalents, second.equivalents);
  const isTooLong = [definition, translation, note].some((text) => text.length > PACK_LIMITS.text);
  const isTooMany = forms.length > PACK_LIMITS.forms || equivalents.length > PACK_LIMITS.equivalents;
  if (isTooLong || isTooMany) return null;
  return {
    ...second,
    ...first,
    id: first.id ?? second.id,
    definition,
    forms,
    ...(translation && { translation }),
    ...(note && { note }),
    ...(equivalents.length > 0 && { equivalents }),
  };
}

function conflicts(first: unknown, second: unknown): boolean {
  return Boolean(first) && Boolean(second) && first !== second;
}

function sourceKey({ source }: CleanTerm): string {
  return source ? [source.title, source.url, source.quote ?? '', source.date ?? ''].join('\n') : '';
}

function joinTexts(first = '', second = '', between: string): string {
  if (first === '' || second === '' || first.split(between).includes(second)) return first || second;
  return `${first}${between}${second}`;
}

function unite(first: readonly Equivalent[] = [], second: readonly Equivalent[] = []): Equivalent[] {
  return byLanguage([
    ...new Map([...first, ...second].map((item) => [`${item.language} ${item.text}`, item])).values(),
  ]);
}
