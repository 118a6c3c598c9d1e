/** Tells code from other preformatted text: verse, notices, letters, and documents that are nothing but text. */
import { attributeOf, isElement, localNameOf, parentOf, queryIn, textContentOf } from './dom';

const CODE_CLASS =
  /(^|[\s_-])(code|codeblock|source|sourcecode|highlight|highlighter|hljs|prettyprint|shiki|prism|syntax\w*|brush|console|terminal|lang(uage)?-[\w+#-]+)([\s_:-]|$)/i;
/** Elements around a preformatted text whose classes are read, itself included. */
const CLASS_DEPTH = 3;

/** Length of text that is looked at, in UTF-16 units. */
const SAMPLE = 4000;
/** Share of lines of code from which a text is code. */
const CODE_SHARE = 0.3;
/** Lines as programming languages, markup, settings and commands have them. */
const CODE_LINES = [
  /[;{}]\s*$|^\s*[)\]}]/,
  /^\s*(#include|#!|import\s|from\s+\S+\s+import|def\s|class\s|function\b|(const|let|var|public|private|static|return)\s|(if|for|while)\s*\()/,
  /^\s*(\/\/|\/\*|\*\/|<!--|<[/!?]?[a-z][\w:-]*[\s>/])/i,
  /^\s*(\$|>>>|%|PS>|npm|git|sudo|docker)\s/,
  /^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE)\s/,
  /^\s*"[\w-]+"\s*:|^\s*[\w.$[\]]+\s*[-+:]?=\s*\S|=>|^\s*[\w.$]+\(.*\)\s*$/,
];

/** By element: whether it was code when it first had text. */
const known = new WeakMap<Element, boolean>();

/** Whether a preformatted text is code, by what is in it, by classes, or by its lines. Reads each element's text once. */
export function isCode(element: Element): boolean {
  // In a document of plain text there is nothing else.
  if (document.contentType === 'text/plain') return false;
  const before = known.get(element);
  if (before !== undefined) return before;
  const text = (textContentOf(element) ?? '').slice(0, SAMPLE);
  const answer = queryIn(element, 'code, kbd, samp, tt, var') !== null || hasCodeClass(element) || looksLikeCode(text);
  if (text.trim()) known.set(element, answer);
  return answer;
}

function hasCodeClass(element: Element): boolean {
  let node: Node | null = element;
  for (let depth = 0; isElement(node) && depth < CLASS_DEPTH; depth++, node = parentOf(node)) {
    if (CODE_CLASS.test(attributeOf(node, 'class') ?? '') || /^(code|samp|kbd)$/.test(localNameOf(node))) return true;
    if (attributeOf(node, 'data-lang') !== null || attributeOf(node, 'data-language') !== null) return true;
  }
  return false;
}

/** Whether enough lines of a text are such as code has. */
export function looksLikeCode(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim());
  const count = lines.filter((line) => CODE_LINES.some((pattern) => pattern.test(line))).length;
  return count > 0 && count / lines.length >= CODE_SHARE;
}
