/** Classifies elements for reading a page: blocks, parts of a line, or not read. */
import { CODE, HIDDEN, READINGS, UNREAD } from '../shared/page/unread';
import { attributeOf, hasAttributes, isMatching, localNameOf } from './dom';
import { isPageRoot, isTranslation } from './opt-outs';
import { isCode } from './preformatted';

/**
 * `skipped` elements are left out without parting the text around them; `unread` ones part it. An `aside` is a hidden part of
 * a line: it does not part the text around it either, and its own text is read by itself.
 */
export type Kind = 'block' | 'inline' | 'aside' | 'break' | 'skipped' | 'unread';

const names = (list: string) => list.split(' ');

/** Elements that end a line of text before and after them. */
const BLOCKS = names(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section slot summary table tbody td tfoot th thead tr ul',
);

/** Elements whose text is not prose: code, controls, drawings, things not rendered. */
const UNREAD_KINDS = names(
  `${UNREAD} ${CODE} template head title input option datalist iframe frame embed img picture plaintext listing`,
);

/** Readings above ruby text: skipped without separating the annotated text. */
const SKIPPED = names(`${READINGS} wbr`);

/** Common inline elements. None can have a shadow tree unless it is empty. */
const PLAIN = names(
  'a b i u s em strong small big sub sup font mark cite q abbr acronym time dfn ins del strike bdi bdo data label span',
);

/** Attributes that open and close text to reading, and are observed. Classes are not: pages change them all the time. */
export const CLOSING_ATTRIBUTES = ['contenteditable', 'translate', 'hidden'] as const;

/** Matches elements that opt out of translation. */
const UNTRANSLATED = '.notranslate, [translate="no" i]';

/** Matches elements that opt out of glossary tools, editors of text, and editors of code, which are built of plain elements. */
const CLOSED =
  '.noglossary, [contenteditable]:not([contenteditable="false" i]), [role="code"], .monaco-editor, .cm-editor, .CodeMirror, .ace_editor, .blob-code, [class*="code-editor" i], [class*="codeeditor" i]';

/** Matches descendants that make a block more than the text of plain inline elements. */
export const UNUSUAL = `:not(${[...PLAIN, 'wbr'].join(',')}), :is(span:empty, ${UNTRANSLATED}, ${CLOSED}, ${HIDDEN})`;

const KINDS = new Map<string, Kind>([
  ...BLOCKS.map((name) => [name, 'block'] as const),
  ...UNREAD_KINDS.map((name) => [name, 'unread'] as const),
  ...SKIPPED.map((name) => [name, 'skipped'] as const),
  ['br', 'break'],
]);

/** Elements with an inline name that were found to be laid out as blocks; and the blocks around them. */
const laidOutAsBlocks = new WeakSet<Element>();
const aroundThem = new WeakSet<Element>();
const letters = new WeakSet<Element>();

/** Marks `element`, in the text of `around` (null: a shadow tree), to be read as a block from now on. */
export function readAsBlock(element: Element, around: Element | null): void {
  laidOutAsBlocks.add(element);
  if (around) aroundThem.add(around);
}

/** Whether a block holds elements that only its layout makes blocks. */
export function hasBlocksByLayout(block: Element): boolean {
  return aroundThem.has(block);
}

/** Marks an element with the name of a block as a letter of a line: headings are split into such for animation. */
export function readAsLetter(element: Element): void {
  letters.add(element);
}

/** The kind of an element by its name, its attributes and earlier calls of `readAsBlock`. Computes no style. */
export function kindOf(element: Element): Kind {
  const name = localNameOf(element);
  const byName = KINDS.get(name);
  if (byName === 'unread' || byName === 'skipped' || byName === 'break') return byName;
  if (isOptedOut(element) || (name === 'pre' && isCode(element))) return 'unread';
  if (laidOutAsBlocks.has(element)) return 'block';
  if (byName) return letters.has(element) ? 'inline' : byName;
  return hasAttributes(element) && isMatching(element, HIDDEN) ? 'aside' : 'inline';
}

/** Whether the text of elements of this kind is read by itself. */
export function isReadByItself(kind: Kind): boolean {
  return kind === 'block' || kind === 'aside';
}

/** Whether an element opts out of being read, with all its content. */
export function isOptedOut(element: Element): boolean {
  if (!hasAttributes(element)) return false;
  // Many pages opt out of translation at their root, which does not concern marks.
  const name = localNameOf(element);
  if (name === 'body' || name === 'html') return false;
  if (isMatching(element, CLOSED)) return true;
  if (!isMatching(element, UNTRANSLATED)) return false;
  // A view of an editor that only shows its text.
  if (attributeOf(element, 'contenteditable') !== null) return false;
  return !isTranslation(element) && !isPageRoot(element);
}

/** Whether one of `CLOSING_ATTRIBUTES` with this value (null: absent) opts out. */
export function isClosing(attribute: string, value: string | null): boolean {
  if (attribute === 'translate') return value?.toLowerCase() === 'no';
  return value !== null && value.toLowerCase() !== 'false';
}

/** Whether an unread element parts the text around it as a block does. */
export function isUnreadBlock(element: Element): boolean {
  const name = localNameOf(element);
  return KINDS.get(name) === 'block' || name === 'textarea' || name === 'iframe';
}

/** Whether the whole document is an editor. */
export function isEditable(document: Document): boolean {
  if (document.designMode === 'on') return true;
  const roots = [document.documentElement, document.body];
  return roots.some((root) => root && /^(|true|plaintext-only)$/i.test(attributeOf(root, 'contenteditable') ?? 'no'));
}
