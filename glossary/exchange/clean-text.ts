/** Removes from texts what is not to be shown, and normalises their spaces. */

/** Controls, characters that reverse the reading direction, and characters without a glyph; joiners are text. */
export const REMOVED =
  /[\p{Bidi_Control}\p{Cs}\p{Noncharacter_Code_Point}\u00ad\u200b\u2060-\u206f\u3164\ufeff\uffa0]|\u034f|[\u115f\u1160]|[\u17b4\u17b5]|[\u180b-\u180e]|[\u{e0000}-\u{e0fff}]|[^\P{Cc}\t\n\r]/gu;
export const MARKUP = /<\/?[A-Za-z][^<>]{0,1000}>|&(?:#\d{1,7}|#x[\da-fA-F]{1,6}|[A-Za-z]{2,8});/;
/** Most texts: no character that is removed, no sign that markup begins with. */
export const PLAIN = /^[ -%'-;=-~\u00c0-\u024f\u3001-\u3011\u4e00-\u9fff\uff01-\uff5e]*$/;

/** `text` without control, bidirectional and invisible characters, with `\n` line ends. */
export function removeControls(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(REMOVED, '');
}

/** `text` on one line, without the characters `removeControls` removes. */
export function cleanLine(text: string): string {
  if (PLAIN.test(text) && !text.includes('  ')) return text.trim();
  return removeControls(text).replace(/\s+/g, ' ').trim();
}

/** `text` without the characters `removeControls` removes, spaces around lines, and more than one empty line. */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text.trim();
  return removeControls(text)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
