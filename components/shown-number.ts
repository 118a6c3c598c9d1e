/** Owns numbers as readers see them: in the interface's language. */
import type { Translate } from './i18n';

/** By language. */
const formats = new Map<string, Intl.NumberFormat>();

export function shownNumber(t: Translate, count: number): string {
  const language = t('date_language');
  const format = formats.get(language) ?? new Intl.NumberFormat(language || undefined);
  formats.set(language, format);
  return format.format(count);
}
