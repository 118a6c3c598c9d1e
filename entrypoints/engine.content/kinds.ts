/** Owns what each kind of element means for reading a page: a block, a part of its line, or nothing to read. */
import { attributeOf, hasAttributes, isMatching, localNameOf } from './dom';

export type Kind = 'block' | 'inline' | 'break' | 'silent' | 'unread';

const names = (list: string) => list.split(' ');

/** Elements that end a line of text before and after them. */
const BLOCKS = names(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p search section slot summary table tbody td tfoot th thead tr ul',
);

/** Elements whose text is not prose: code, controls, drawings, things not rendered. */
const UNREAD = names(
  'script style noscript template head title textarea input select option datalist code pre kbd samp tt var svg math iframe frame object embed canvas audio video img picture progress meter xmp plaintext listing',
);

/** Readings above ruby text: skipped without parting what they annotate. */
const SILENT = names('rt rp rtc wbr');

/** Common elements that are neither, and cannot carry a shadow tree unless they are empty. */
const PLAIN = names(
  'a b i u s em strong small big sub sup font mark cite q abbr acronym time dfn ins del strike bdi bdo data label span',
);

/** Attributes that open and close text to reading, and are watched. Classes are not: pages change them all the time. */
export const CLOSING_ATTRIBUTES = ['contenteditable', 'translate'] as const;

/** Asks by the page not to be touched, as translation and glossary tools know them. */
const OPT_OUT = '.notranslate, .noglossary, [translate="no" i], [contenteditable]:not([contenteditable="false" i])';

/** Matches what makes more of a block than the text of plain inline elements. */
export const UNUSUAL = `:not(${[...PLAIN, 'wbr'].join(',')}), :is(span:empty, ${OPT_OUT})`;

const KINDS = new Map<string, Kind>([
  ...BLOCKS.map((name) => [name, 'block'] as const),
  ...UNREAD.map((name) => [name, 'unread'] as const),
  ...SILENT.map((name) => [name, 'silent'] as const),
  ['br', 'break'],
]);

/** Elements that are inline by their name and laid out as blocks, as far as that was noticed; and blocks around them. */
const laidOutAsBlocks = new WeakSet<Element>();
const aroundThem = new WeakSet<Element>();

/** Has `element`, in the text of `around`, read as a block from now on. */
export function readAsBlock(element: Element, around: Element | null): void {
  laidOutAsBlocks.add(element);
  if (around) aroundThem.add(around);
}

/** Whether a block holds elements that only its layout makes blocks. */
export function hasBlocksByLayout(block: Element): boolean {
  return aroundThem.has(block);
}

export function kindOf(element: Element): Kind {
  const name = localNameOf(element);
  const kind = KINDS.get(name) ?? (laidOutAsBlocks.has(element) ? 'block' : 'inline');
  if (kind === 'unread' || kind === 'silent' || kind === 'break') return kind;
  return isOptedOut(element) ? 'unread' : kind;
}

/** Whether an element asks not to be touched, it and all in it. */
export function isOptedOut(element: Element): boolean {
  if (!hasAttributes(element) || !isMatching(element, OPT_OUT)) return false;
  // The page's root often says it must not be translated; that is not about marks.
  const name = localNameOf(element);
  return name !== 'body' && name !== 'html';
}

/** Whether one of `CLOSING_ATTRIBUTES` with this value asks for that. */
export function isClosing(attribute: string, value: string | null): boolean {
  if (attribute === 'translate') return value?.toLowerCase() === 'no';
  return value !== null && value.toLowerCase() !== 'false';
}

/** Whether an unread element parts the text around it as a block does. */
export function isUnreadBlock(element: Element): boolean {
  const name = localNameOf(element);
  return KINDS.get(name) === 'block' || name === 'pre' || name === 'textarea' || name === 'iframe';
}

/** Whether the page's own editing makes all of it off limits. */
export function isEditable(document: Document): boolean {
  if (document.designMode === 'on') return true;
  const roots = [document.documentElement, document.body];
  return roots.some((root) => root && /^(|true|plaintext-only)$/i.test(attributeOf(root, 'contenteditable') ?? 'no'));
}
