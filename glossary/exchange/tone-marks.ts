/** Writes pinyin with numbers (`lu:3 xing2`) with tone marks (`lǚ xíng`). */

const MARKS = ['', '\u0304', '\u0301', '\u030c', '\u0300', ''];

/** `pinyin` with tone marks; a syllable without a number stays as it is. */
export function markTones(pinyin: string): string {
  return pinyin
    .replace(/([A-Za-z:üÜ]+)([1-5])/g, (_, letters: string, tone: string) => markSyllable(letters, Number(tone)))
    .replace(/u:/g, 'ü')
    .replace(/U:/g, 'Ü');
}

function markSyllable(letters: string, tone: number): string {
  const syllable = letters.replace(/u:|v/g, 'ü').replace(/U:|V/g, 'Ü');
  const at = vowelToMark(syllable);
  const mark = MARKS[tone] ?? '';
  if (at < 0 || mark === '') return syllable;
  return (syllable.slice(0, at + 1) + mark + syllable.slice(at + 1)).normalize('NFC');
}

/** a and e have the mark, o in ou, else the last vowel; -1 if there is none. */
function vowelToMark(syllable: string): number {
  const lower = syllable.toLowerCase();
  const first = lower.search(/[ae]|ou/);
  if (first >= 0) return first;
  return Math.max(...[...'iouü'].map((vowel) => lower.lastIndexOf(vowel)));
}
