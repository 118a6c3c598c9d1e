/** Makes word lists of the shape of CC-CEDICT. Their words are of rare letters, which the measured pages lack. */

const SYLLABLES = ['liang4', 'zi3', 'jiu1', 'chan2', 'ke1', 'xue2', 'kai1', 'fang4', 'shu4', 'ju4'];
/** Senses of a word, in turn. */
const SENSES = [
  'to entangle',
  'an instrument of former times',
  'CL:個|个[ge4]',
  'variant of another word',
  'a surname',
];

/** The second level of GB 2312: letters that are seldom written. */
function rareLetters(): string[] {
  const bytes: number[] = [];
  for (let first = 0xd8; first <= 0xf7; first++) {
    for (let second = 0xa1; second <= 0xfe; second++) bytes.push(first, second);
  }
  const letters = [...new TextDecoder('gb18030').decode(new Uint8Array(bytes))];
  return letters.filter((letter) => /\p{Script=Han}/u.test(letter));
}

/** Distinct words of two to five letters; the first of a longer list are those of a shorter one. */
export function rareWords(count: number): string[] {
  const letters = rareLetters();
  let seed = 1;
  const random = (below: number) => {
    // Numerical Recipes' generator: the low bits of the seed are poor, the high ones are used.
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const words = new Set<string>();
  while (words.size < count) {
    words.add(Array.from({ length: 2 + random(4) }, () => letters[random(letters.length)]).join(''));
  }
  return [...words];
}

/** The text of a dictionary file: Traditional and Simplified, pinyin with tone digits, one to four senses. */
export function dictionaryOf(words: readonly string[]): string {
  const lines = words.map((word, i) => {
    const pinyin = [...word].map((_letter, at) => SYLLABLES[(i + at) % SYLLABLES.length]).join(' ');
    const senses = Array.from({ length: 1 + (i % 4) }, (_, at) => `${SENSES[(i + at) % SENSES.length]} (${i})`);
    return `${word} ${word} [${pinyin}] /${senses.join('/')}/`;
  });
  return `# CC-CEDICT\n#! version=1\n${lines.join('\n')}\n`;
}
