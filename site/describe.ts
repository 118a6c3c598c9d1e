/** Short descriptions of pages, for search engines and previews. */
import { formatNumber } from '../components/format';
import type { Translate } from '../components/i18n';
import type { Entry, Library } from '../glossary/library/library';
import { summaryOf } from '../glossary/pack/summary-of';
import { visibleText } from '../glossary/visible-text';

/** In UTF-16 units. */
const MAX_DESCRIPTION = 160;

/** How many terms and bulletins the glossary has. */
export function termsDescription(t: Translate, { entries, bulletins }: Pick<Library, 'entries' | 'bulletins'>): string {
  const inBulletins = bulletins.length > 0 ? t('site_lead_bulletins', formatNumber(t, bulletins.length)) : '';
  return t('site_lead', formatNumber(t, entries.length)) + inBulletins;
}

/** The definition of an entry in a line. */
export function entryDescription(entry: Entry): string {
  return cut(summaryOf(entry));
}

/** The text in a line, cut to the length that search engines show. */
export function cut(text: string): string {
  const line = visibleText(text).replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length <= MAX_DESCRIPTION ? line : `${letters.slice(0, MAX_DESCRIPTION - 1).join('')}…`;
}
