/** Owns splitting a paragraph into its sentences. */

const OPEN = '“‘《（「『【';
const CLOSE = '”’》）」』】';
const STOPS = '。！？';
/** After a quotation that ends with a stop these go on with the sentence around it. */
const GOES_ON = /[，、；：的等]/u;

/** The sentences, which joined are the paragraph but for white space. A stop inside quotation marks or brackets ends none. */
export function sentencesOf(paragraph: string): string[] {
  const units = [...paragraph];
  // A mark without its partner must not swallow what follows.
  const isPaired = count(units, OPEN) === count(units, CLOSE);
  const sentences: string[] = [];
  let sentence = '';
  let depth = 0;
  units.forEach((unit, i) => {
    sentence += unit;
    if (isPaired && OPEN.includes(unit)) depth++;
    if (isPaired && CLOSE.includes(unit)) depth--;
    const [before = '', after = ''] = [units[i - 1], units[i + 1]];
    const isLastStop = STOPS.includes(unit) && (after === '' || !(STOPS + CLOSE).includes(after));
    const isQuoted = CLOSE.includes(unit) && before !== '' && STOPS.includes(before) && !GOES_ON.test(after);
    if (depth > 0 || !(isLastStop || isQuoted)) return;
    sentences.push(sentence.trim());
    sentence = '';
  });
  return [...sentences, sentence.trim()].filter((text) => text !== '');
}

function count(units: readonly string[], wanted: string): number {
  return units.filter((unit) => wanted.includes(unit)).length;
}
