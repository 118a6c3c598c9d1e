/** Owns what a search says: its results, or what comes nearest, and a sentence about it. */
import type { Search, SearchResult } from '../../glossary/search/search';
import { formatNumber } from '../format';
import type { Translate } from '../i18n';

/** As many as anybody goes through. */
const MOST = 50;

export interface SearchChoices {
  choices: readonly SearchResult[];
  /** Nothing was found: the choices are what comes nearest, if anything does. */
  isNearest: boolean;
  /** For a status line: it is read out when it changes. */
  message: string;
}

/** @param query with more than white space. */
export function searchChoices(search: Search, query: string, t: Translate): SearchChoices {
  const found = search.find(query, MOST + 1);
  if (found.length > 0) {
    const choices = found.slice(0, MOST);
    const key = found.length > MOST ? 'search_results_many' : 'search_results';
    return { choices, isNearest: false, message: t(key, formatNumber(t, choices.length)) };
  }
  const nearest = search.nearest(query);
  const advice = nearest.length > 0 ? t('search_nearest') : t('search_none_advice');
  const none = t('search_none', query.trim());
  // A Chinese full stop brings its own room.
  return { choices: nearest, isNearest: true, message: `${none}${none.endsWith('。') ? '' : ' '}${advice}` };
}
