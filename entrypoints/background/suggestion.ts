/** Owns how a result reads in the address bar (Chromium wants XML, Firefox plain text), and where what is entered leads. */
import { BUNDLED_PACK, partsOf } from '../../glossary/library/entry-name';
import type { Library } from '../../glossary/library/library';
import type { SearchResult } from '../../glossary/search/search';
import { glossaryPath, glossarySearchPath } from '../shared/paths/glossary-path';

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

/** What stands in the address bar while a result is chosen: to be read, and unlike anything that was only typed. */
export function contentOf({ entry }: Pick<SearchResult, 'entry'>): string {
  const { pack, term } = partsOf(entry.id);
  return `${entry.headword}（${pack === BUNDLED_PACK ? term : entry.id}）`;
}

/**
 * @param text what was entered: chosen (`contentOf`), or typed.
 * @param isPrivate whether the address may be kept where nothing of a private window should be: it then tells nothing of
 * what was typed.
 */
export function enteredPath(text: string, library: Pick<Library, 'named'>, isPrivate: boolean): string {
  const [, id] = /（([^（）]+)）$/.exec(text) ?? [];
  const entry = id === undefined ? null : library.named(id);
  if (entry) return glossaryPath(entry.id);
  return glossarySearchPath(isPrivate ? '' : text.trim());
}
