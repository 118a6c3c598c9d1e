/** Reads and writes single cells: lists in a cell, text that spreadsheets would take for a formula, names of cells. */

const LIST_SEPARATOR = /[;；|、\n]/;
/** A cell that begins so is a formula to a spreadsheet; a quotation mark before it makes it text. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** The texts of a cell that holds several. A cell with line ends is split at these only. */
export function splitList(cell: string): string[] {
  return cell.split(cell.includes('\n') ? '\n' : LIST_SEPARATOR).filter((part) => part.trim() !== '');
}

/** A cell from which `splitList` reads the same texts. */
export function joinList(texts: readonly string[]): string {
  if (!texts.some((text) => LIST_SEPARATOR.test(text))) return texts.join('; ');
  return texts.length === 1 ? `${texts[0]}\n` : texts.join('\n');
}

/** `text` in a form that spreadsheets show and do not evaluate as a formula. */
export function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that `guardFormula` was given. */
export function unguardFormula(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** The name of a column by its number from 0: A, B … Z, AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Whether a cell says yes. */
export function isYes(cell: string): boolean {
  return /^(yes|y|true|1|x|✓|是|对|對)$/i.test(cell.trim());
}
