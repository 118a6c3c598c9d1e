/** Converts a line of Markdown to plain text: removes emphasis, code and link syntax, and unescapes characters. */

/** Stand around the number of an escaped character; no text that was read holds them. */
const BEGIN = '\u0001';
const END = '\u0002';
const PROTECTED = new RegExp(`${BEGIN}(\\d+)${END}`, 'g');
const ESCAPED = /\\([!-/:-@[-`{-~])/g;

/** `text` with each escaped character in a form that no rule of Markdown sees. */
export function protectEscapes(text: string): string {
  return text
    .replaceAll(BEGIN, '')
    .replaceAll(END, '')
    .replace(ESCAPED, (_, one: string) => `${BEGIN}${one.charCodeAt(0)}${END}`);
}

/** The text that `protectEscapes` was given, or, not `isEscaped`, without the backslashes. */
export function decodeEscapes(text: string, isEscaped = false): string {
  return text.replace(PROTECTED, (_, code: string) => (isEscaped ? '\\' : '') + String.fromCharCode(Number(code)));
}

/** `text`, one line, as a reader sees it. Tags of HTML are no marks: they stay as text. */
export function plainMarkdown(text: string): string {
  const plain = protectEscapes(text)
    .replace(/!?\[([^[\]]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/(^|[^\p{L}\p{N}_])__([^_]+)__(?![\p{L}\p{N}_])/gu, '$1$2')
    .replace(/\*([^*\s](?:[^*]*[^*\s])?)\*/g, '$1')
    .replace(/(^|[^\p{L}\p{N}_])_([^_]+)_(?![\p{L}\p{N}_])/gu, '$1$2')
    .replace(/`([^`]+)`/g, '$1');
  return decodeEscapes(plain).trim();
}
