/** Answers the finder's questions about the place of a text run: site, language, and whether a span is all of a link. */
import type { RunContext } from '../../glossary/find/run-context';
import { attributeOf, composedParentOf, isElement, localNameOf, textContentOf } from './dom';
import type { TextRun } from './text-run';

/** Elements between a text and the link around it that are looked through. */
const MAX_NESTING = 4;

/** The title of the page, which names its site. Empty where the page hides it behind an element of that name. */
export function siteName(): string {
  const title: unknown = document.title;
  return typeof title === 'string' ? title : '';
}

/** The context of a text run. Reads the page only when asked. */
export function contextOf(run: TextRun): RunContext {
  return {
    language: () => languageOf(run.anchor),
    isAlone: ({ start, end }) => isWholeLink(run, start, end),
  };
}

/** The nearest language declared around a node, an empty one included. Linear in the depth. */
function languageOf(node: Node): string {
  for (let current: Node | null = node; current; current = composedParentOf(current)) {
    const language = isElement(current) ? attributeOf(current, 'lang') : null;
    if (language !== null) return language;
  }
  return '';
}

function isWholeLink(run: TextRun, start: number, end: number): boolean {
  const [first] = run.nodesOf(start, end);
  if (!first) return false;
  const form = run.text.slice(start, end);
  let element = composedParentOf(first);
  for (let depth = 0; depth < MAX_NESTING && isElement(element); depth++) {
    if (localNameOf(element) === 'a') return (textContentOf(element) ?? '').trim() === form;
    element = composedParentOf(element);
  }
  return false;
}
