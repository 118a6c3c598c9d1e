/** Searches for the choices of a query, and describes the result in a sentence. */
import type { PassageResult } from '../../glossary/search/passages';
import type { Search, SearchResult } from '../../glossary/search/search';
import { formatNumber } from '../format';
import type { Translate } from '../i18n';

/** Most results listed. */
const MAX_CHOICES = 50;

/** Result of a search. */
export interface SearchChoices {
  choices: readonly SearchResult[];
  /** Sentences of the bulletins, listed after the choices. */
  passages: readonly PassageResult[];
  /** Neither entries nor sentences were found; the choices are near misses, possibly none. */
  isNearest: boolean;
  /** For a status line. */
  message: string;
}

/** @param query not blank. Cost: see `Search`. */
export function searchChoices(search: Search, query: string, t: Translate): SearchChoices {
  const found = search.find(query, MAX_CHOICES + 1);
  const passages = search.passages(query);
  const inBulletins = passages.length > 0 ? t('search_passages', formatNumber(t, passages.length)) : null;
  if (found.length > 0) {
    const choices = found.slice(0, MAX_CHOICES);
    const key = found.length > MAX_CHOICES ? 'search_results_many' : 'search_results';
    const message = [t(key, formatNumber(t, choices.length)), inBulletins].filter((part) => part !== null).join(' · ');
    return { choices, passages, isNearest: false, message };
  }
  if (inBulletins !== null) return { choices: [], passages, isNearest: false, message: inBulletins };
  if (search.isPartial) return { choices: [], passages, isNearest: true, message: t('popup_search_loading') };
  const nearest = search.nearest(query);
  const advice = nearest.length > 0 ? t('search_nearest') : t('search_none_advice');
  const none = t('search_none', query.trim());
  // A full-width stop needs no space after it.
  return { choices: nearest, passages, isNearest: true, message: `${none}${none.endsWith('。') ? '' : ' '}${advice}` };
}
