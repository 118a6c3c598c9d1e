/** Splits a paragraph into sentences. */

const OPEN = '“‘《（「『【';
const CLOSE = '”’》）」』】';
const STOPS = '。！？';
/** After a quotation that ends with a full stop, these characters continue the surrounding sentence. */
const GOES_ON = /[，、；：的等]/u;

/** The trimmed sentences; joined, they are the paragraph except for white space. Stops inside quotation marks or brackets do not split. */
export function sentencesOf(paragraph: string): string[] {
  const units = [...paragraph];
  // An unpaired mark must not prevent all later splits.
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
