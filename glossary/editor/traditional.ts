/**
 * Owns the Traditional script of what editors write: characters and quotation marks, no vocabulary (信息 stays 信息).
 * Build-time only. Never for what was received: a quotation stays as it came.
 */
import { Converter, CustomConverter } from 'opencc-js';
import type { Pack } from '../pack/pack';
import type { PackWords } from '../pack/pack-words';

/** Where the conversion errs, or takes a variant that officialdom in Taiwan does not write: what it gives, what is right. */
const CORRECTIONS: [given: string, right: string][] = [
  ['徵程', '征程'],
  ['公佈', '公布'],
  ['發佈', '發布'],
  ['頒佈', '頒布'],
  ['宣佈', '宣布'],
];

const MARKS: [simplified: string, traditional: string][] = [
  ['“', '「'],
  ['”', '」'],
  ['‘', '『'],
  ['’', '』'],
];

const convert = Converter({ from: 'cn', to: 'tw' });
const correct = CustomConverter([...CORRECTIONS, ...MARKS]);

/** As many UTF-16 units as `text`: offsets stay what they are. @throws {Error} naming the text, if the conversion fails in that. */
export function toTraditional(text: string): string {
  const converted = correct(convert(text));
  if (converted.length !== text.length) throw new Error(`the Traditional of “${text}” has another length`);
  return converted;
}

/** The words of the pack's editors in Traditional. A title that was received is not theirs. */
export function traditionalWords({ manifest, terms, bulletins }: Pack): PackWords {
  return {
    revision: manifest.revision,
    script: 'zh-Hant',
    terms: terms.map(({ headword, forms, short, long, when, list, fullText, inferred }) =>
      converted({ headword, forms, short, long, when, list, fullText, inferred }),
    ),
    bulletins: bulletins.map(({ title, titleStatus, note }) => ({
      title: titleStatus === 'given' ? toTraditional(title) : title,
      note: converted(note),
    })),
  };
}

/** A copy with every text in it converted. */
function converted<T>(value: T): T {
  if (typeof value === 'string') return toTraditional(value) as T; // A text stays a text.
  if (Array.isArray(value)) return value.map(converted) as T; // As many items, each of its kind.
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, converted(item)])) as T; // The same keys.
}
