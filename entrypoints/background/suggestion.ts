/** Owns how a result reads in the address bar: Chromium wants XML, Firefox plain text. */
import type { SearchResult } from '../../glossary/search/search';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** What XML cannot hold: Chromium would refuse all suggestions for one of them. */
const NO_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const escaped = (text: string) => text.replace(NO_XML, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** Headword, the form where it is another, definition. */
export function suggestionOf(result: SearchResult, { isMarkup }: { isMarkup: boolean }): string {
  const { entry, form, ranges } = result;
  const name = form === entry.headword ? '' : ` (${form})`;
  if (!isMarkup) return `${entry.headword}${name} – ${entry.short}`;
  const headword = name ? escaped(entry.headword) : emphasised(entry.headword, ranges);
  return `${headword}${escaped(name)} <dim>– ${escaped(entry.short)}</dim>`;
}

function emphasised(text: string, ranges: SearchResult['ranges']): string {
  let at = 0;
  let markup = '';
  for (const [start, end] of ranges) {
    markup += `${escaped(text.slice(at, start))}<match>${escaped(text.slice(start, end))}</match>`;
    at = end;
  }
  return markup + escaped(text.slice(at));
}
