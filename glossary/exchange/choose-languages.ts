/** Chooses the language of the headwords and that of the translations among the languages of a list. */
import type { Choices } from './contract';

/** Tags as in the file; '' for a language that is not known. */
export interface Languages {
  source: string;
  target: string;
}

/**
 * @param used languages of a concept, each once, for some concepts of the file.
 * @param said languages that the file names itself.
 */
export function chooseLanguages(
  used: readonly (readonly string[])[],
  choices: Pick<Choices, 'language' | 'targetLanguage'>,
  said: readonly string[] = [],
): Languages {
  const counts = new Map<string, number>();
  for (const languages of used) for (const one of languages) counts.set(one, (counts.get(one) ?? 0) + 1);
  const most = [...counts].sort(([, a], [, b]) => b - a).map(([language]) => language);
  const saidSource = said[0] && counts.has(said[0]) ? said[0] : undefined;
  const source = choices.language ?? saidSource ?? most.find((one) => primary(one) === 'zh') ?? most[0] ?? '';
  const others = most.filter((one) => one !== source && !isPinyin(one));
  const enough = (counts.get(source) ?? 0) / 2;
  const english = others.find((one) => primary(one) === 'en' && (counts.get(one) ?? 0) >= enough);
  const saidTarget = said.find((one) => one !== source);
  const target = choices.targetLanguage ?? saidTarget ?? english ?? others[0] ?? '';
  return { source, target };
}

/** Of the languages of a concept the one that is `wanted`: itself, or one that differs in script or region only. */
export function matchLanguage(languages: readonly string[], wanted: string): string | null {
  if (languages.includes(wanted)) return wanted;
  return languages.find((one) => primary(one) === primary(wanted) && !isPinyin(one)) ?? null;
}

/** The tag for pinyin, as a language. */
export const PINYIN = 'zh-Latn-pinyin';

/** Whether the tag is one of pinyin. */
export function isPinyin(language: string): boolean {
  return /^zh-latn(-pinyin)?$/i.test(language);
}

/** Tags for languages that a pack does not name, in formats that need one: both undetermined, and not the same. */
export const UNKNOWN_SOURCE = 'und';
export const UNKNOWN_TARGET = 'und-x-target';

/** The languages of a pack as its `languages`. */
export function languagesOf({ source, target }: Languages): string[] {
  if (target && target !== UNKNOWN_TARGET) return [source || UNKNOWN_SOURCE, target];
  return source && source !== UNKNOWN_SOURCE ? [source] : [];
}

function primary(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? '';
}
