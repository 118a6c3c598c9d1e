/**
 * Converts the editors' texts to Traditional at build time: characters and quotation marks, without vocabulary (信息 stays
 * 信息). Quotations are not converted.
 */
import { Converter, CustomConverter } from 'opencc-js';
import type { Pack } from '../pack/pack';
import type { PackWords } from '../pack/pack-words';

/** Corrections of errors, and of variants that Taiwan's authorities do not use. */
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

/** Converts a text. The length in UTF-16 units is the same, so that offsets apply. @throws if it is not. */
export function toTraditional(text: string): string {
  const converted = correct(convert(text));
  if (converted.length !== text.length) throw new Error(`the Traditional of “${text}” has another length`);
  return converted;
}

/** The editors' texts of a pack in Traditional, without received titles. */
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

/** A copy with all texts converted. */
function converted<T>(value: T): T {
  if (typeof value === 'string') return toTraditional(value) as T; // A text stays a text.
  if (Array.isArray(value)) return value.map(converted) as T; // As many items, each of its kind.
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, converted(item)])) as T; // The same keys.
}
