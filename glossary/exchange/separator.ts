/** Guesses what separates the cells of a table of text. */
import { roleOfName } from './column-roles';
import { SEPARATORS, type Separator } from './contract';

/** The first cell of a line that says how to read the file: `#separator:tab` (Anki), `sep=;` (Excel). */
export const DIRECTIVE = /^sep=$|^#(separator|html|tags|columns|notetype|deck|guid|if matches)\b.*:/i;

/** Guesses what separates the cells, from the beginning of a file. */
export function guessSeparator(sample: string): Separator {
  const [, word] = /^(?:#separator:|sep=)(\w+|.)/im.exec(sample) ?? [];
  const said = { tab: '\t', comma: ',', semicolon: ';', pipe: '|' }[word?.toLowerCase() ?? ''] ?? word;
  const known = SEPARATORS.find((separator) => separator === said);
  if (known) return known;
  // Cells in quotation marks may hold any separator, and line ends.
  const lines = sample.replace(QUOTED, '').split('\n').slice(0, 200);
  const header = SEPARATORS.find((separator) => isHeader(lines.find((line) => line.trim() !== '') ?? '', separator));
  if (header) return header;
  const scores = SEPARATORS.map((separator) => ({ separator, score: regularity(lines, separator) }));
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).separator;
}

const QUOTED = /"(?:[^"]|""){0,4000}"/g;

/** Whether a line names two columns or more, and none that is unknown. */
function isHeader(line: string, separator: Separator): boolean {
  const names = line.split(separator);
  return names.length > 1 && names.every((name) => roleOfName(name) !== null);
}

/** Share of the lines that have the separator, above all as often as most lines have it. A tab is hardly ever text. */
function regularity(lines: readonly string[], separator: Separator): number {
  const counts = lines
    .filter((line) => line.trim() !== '' && !DIRECTIVE.test(line))
    .map((line) => line.split(separator).length - 1);
  const usual = counts.length > 0 ? [...counts].sort((a, b) => a - b)[counts.length >> 1] : 0;
  const having = counts.filter((count) => count > 0).length;
  const alike = counts.filter((count) => count > 0 && count === usual).length;
  const weight = separator === '\t' ? 2 : separator === '|' ? 0.5 : 1;
  return counts.length === 0 ? 0 : (weight * (having + alike)) / counts.length;
}
