/** Formats results for the address bar (XML in Chromium, plain text in Firefox), and finds the page of an input. */
import { BUNDLED_PACK, partsOf } from '../../glossary/library/entry-name';
import type { Library } from '../../glossary/library/library';
import { summaryOf } from '../../glossary/pack/summary-of';
import type { SearchResult } from '../../glossary/search/search';
import { glossaryPath, glossarySearchPath } from '../shared/page-paths';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** Characters that XML cannot contain: for one of them Chromium rejects all suggestions. */
const NO_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const escaped = (text: string) => text.replace(NO_XML, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** Headword, the matched form if it is another, and the definition. */
export function suggestionOf(result: SearchResult, { isMarkup }: { isMarkup: boolean }): string {
  const { entry, form, ranges } = result;
  const name = form === entry.headword ? '' : ` (${form})`;
  if (!isMarkup) return `${entry.headword}${name} – ${summaryOf(entry)}`;
  const headword = name ? escaped(entry.headword) : emphasised(entry.headword, ranges);
  return `${headword}${escaped(name)} <dim>– ${escaped(summaryOf(entry))}</dim>`;
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

/** The text of the address bar while a result is selected: readable, and different from typed text. */
export function contentOf({ entry }: Pick<SearchResult, 'entry'>): string {
  const { pack, term } = partsOf(entry.id);
  return `${entry.headword}（${pack === BUNDLED_PACK ? term : entry.id}）`;
}

/** The name of the entry that an input may be of (`contentOf`); null for typed text. */
export function enteredName(text: string): string | null {
  return /（([^（）]+)）$/.exec(text)?.[1] ?? null;
}

/**
 * The path of an extension page for an input.
 * @param text typed, or of a selected result (`contentOf`).
 * @param library has the entry of `enteredName`, if there is one.
 * @param isPrivate whether the input is from a private window whose address an ordinary one would store: then typed text is
 *   not part of the path.
 */
export function enteredPath(text: string, library: Pick<Library, 'named'>, isPrivate: boolean): string {
  const name = enteredName(text);
  const entry = name === null ? null : library.named(name);
  if (entry) return glossaryPath(entry.id);
  return glossarySearchPath(isPrivate ? '' : text.trim());
}
