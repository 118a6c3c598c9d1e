/** Builds the table of readings of common characters, which replaces a dictionary in the extension. */
import type { Readings } from '../search/homophones';
import { syllablesOf } from './pinyin';

/** The two-byte part of GB 2312: 6,763 characters, ordered by reading and by radical. Bounds of its bytes. */
const FIRST = [0xb0, 0xf7] as const;
const SECOND = [0xa1, 0xfe] as const;

/** The characters of GB 2312, by their most frequent reading. */
export function readingsOfCommonCharacters(): Readings {
  const bySyllable = new Map<string, string>();
  for (const character of commonCharacters()) {
    const [syllable = ''] = syllablesOf(character);
    if (/^[a-z]+$/.test(syllable)) bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + character);
  }
  return [...bySyllable].map(([syllable, characters]) => syllable + characters).join('');
}

function commonCharacters(): string[] {
  const bytes: number[] = [];
  for (let first = FIRST[0]; first <= FIRST[1]; first++) {
    for (let second = SECOND[0]; second <= SECOND[1]; second++) bytes.push(first, second);
  }
  return [...new TextDecoder('gb18030').decode(new Uint8Array(bytes))].filter((unit) => /\p{Script=Han}/u.test(unit));
}
