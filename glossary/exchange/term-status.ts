/** Reads the status of a term by the words that lists have for it. */
import { TERM_STATUSES, type TermStatus } from '../pack/plain-term';

const STATUS_WORDS: Record<string, TermStatus> = {
  approved: 'preferred',
  standard: 'preferred',
  standardized: 'preferred',
  首选: 'preferred',
  推荐: 'preferred',
  規範: 'preferred',
  规范: 'preferred',
  admitted: 'admitted',
  allowed: 'admitted',
  可用: 'admitted',
  许用: 'admitted',
  許用: 'admitted',
  deprecated: 'deprecated',
  forbidden: 'deprecated',
  obsolete: 'deprecated',
  superseded: 'deprecated',
  rejected: 'deprecated',
  legal: 'preferred',
  regulated: 'preferred',
  弃用: 'deprecated',
  棄用: 'deprecated',
  禁用: 'deprecated',
  不推荐: 'deprecated',
  停用: 'deprecated',
};

/** The status that a word of a list means: TBX's values, those of common tools, Chinese words; null if it is none. */
export function readStatus(text: string): TermStatus | null {
  const key = text
    .toLowerCase()
    .replace(/term-admn-sts$/, '')
    .replace(/[\s_-]*term$/, '');
  const word = Object.hasOwn(STATUS_WORDS, key) ? STATUS_WORDS[key] : undefined;
  return TERM_STATUSES.find((status) => status === key) ?? word ?? null;
}
