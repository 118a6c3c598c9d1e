/** Owns what each kind of element means for reading a page: a block, a part of its line, or nothing to read. */
import { attributeOf, isMatching, localNameOf } from './dom';

const names = (list: string) => new Set(list.split(' '));

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

/** Asks by the page not to be touched, as translation and glossary tools know them. */
const OPT_OUT = '.notranslate, .noglossary, [contenteditable]:not([contenteditable="false" i])';

export type Kind = 'block' | 'inline' | 'break' | 'silent' | 'unread';

export function kindOf(element: Element): Kind {
  const name = localNameOf(element);
  if (name === 'br') return 'break';
  if (SILENT.has(name)) return 'silent';
  if (UNREAD.has(name)) return 'unread';
  // The page's root often says it must not be translated; that is not about marks.
  if (name !== 'body' && name !== 'html' && isMatching(element, OPT_OUT)) return 'unread';
  return BLOCKS.has(name) ? 'block' : 'inline';
}

/** Whether an unread element parts the text around it as a block does. */
export function isUnreadBlock(element: Element): boolean {
  return BLOCKS.has(localNameOf(element)) || ['pre', 'textarea', 'iframe'].includes(localNameOf(element));
}

/** Whether the page's own editing makes all of it off limits. */
export function isEditable(document: Document): boolean {
  const root = document.documentElement;
  return document.designMode === 'on' || /^(|true|plaintext-only)$/i.test(attributeOf(root, 'contenteditable') ?? 'no');
}
