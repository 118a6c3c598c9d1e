/** Pages with DOM clobbering: elements named like the properties that the extension reads. */
import { describe, expect, it } from 'vitest';
import { amount } from '../../long-runs';
import type { BrowserFixture } from '../harness/browser-fixture';
import { framesWithout, openFramed } from '../harness/framed-pages';

const PROPERTIES = (
  'parentNode childNodes nodeName nodeType firstChild lastChild nextSibling previousSibling textContent innerHTML ' +
  'attributes children localName tagName id className getAttribute setAttribute matches closest querySelector ' +
  'querySelectorAll append remove contains isConnected ownerDocument parentElement shadowRoot assignedSlot style ' +
  'getBoundingClientRect getClientRects addEventListener removeEventListener dispatchEvent getRootNode ' +
  'compareDocumentPosition namespaceURI nodeValue'
).split(' ');
const DOCUMENT_PROPERTIES =
  'body documentElement head querySelector querySelectorAll getElementsByTagName createTreeWalker createRange createElement designMode defaultView'.split(
    ' ',
  );
const GLOBALS =
  'document CSS Highlight StaticRange Node Text MutationObserver chrome browser crypto performance matchMedia'.split(
    ' ',
  );

const TEXT = '中国科协办好科创中国。';
const MARKS = ['中国科协', '科创中国'];

/** Sources of clobbering pages, varied by a number. */
const WAYS: ((seed: number) => string)[] = [
  () => `<form>${inputs(PROPERTIES)}<p>${TEXT}</p></form>`,
  (seed) => `<form>${inputs(some(PROPERTIES, seed))}${TEXT}</form>`,
  (seed) => `<form style="display: inline">${inputs(some(PROPERTIES, seed))}<b>${TEXT}</b></form>`,
  (seed) =>
    `${some(DOCUMENT_PROPERTIES, seed)
      .map((name) => `<img alt="" name="${name}">`)
      .join('')}<p>${TEXT}</p>`,
  (seed) =>
    `${some(GLOBALS, seed)
      .map((name) => `<a id="${name}"></a>`)
      .join('')}<p>${TEXT}</p>`,
  (seed) => `<form name="body"></form><form><object name="${PROPERTIES[seed % 40]}"></object><p>${TEXT}</p></form>`,
  (seed) => `<div></div><script>
    const nested = [1, 2, 3].map(() => document.createElement('form'));
    nested[0].append(nested[1]);
    nested[1].append(nested[2]);
    nested[2].append('${TEXT}');
    // Last, because the page's own script is clobbered as well.
    for (const form of nested) form.insertAdjacentHTML('afterbegin', '${inputs(some(PROPERTIES, seed))}');
    document.querySelector('div').append(nested[0]);
  </script>`,
  (seed) => `<throwing-${seed}>${TEXT}</throwing-${seed}><script>
    const named = ${JSON.stringify(PROPERTIES)};
    class Throwing extends HTMLElement {}
    for (const name of named) Object.defineProperty(Throwing.prototype, name, { get() { throw new Error(name); } });
    customElements.define('throwing-${seed}', Throwing);
  </script>`,
  (seed) => `<p>${TEXT}</p><script>
    const text = document.querySelector('p');
    for (const node of [text, text.firstChild, document.body, document])
      for (const name of ${JSON.stringify(some(PROPERTIES, seed))})
        Object.defineProperty(node, name, { get() { throw new Error(name); }, configurable: true });
  </script>`,
  (seed) => `<fieldset>${inputs(some(PROPERTIES, seed))}<legend>${TEXT}</legend></fieldset>`,
];

/** Registers the tests. */
export function describeClobbering(fixture: BrowserFixture): void {
  describe('a page with DOM clobbering', () => {
    const count = amount(20, 100);
    it(`is marked correctly, in ${count} variants`, async () => {
      const sources = Array.from({ length: count }, (_, seed) => WAYS[seed % WAYS.length]?.(seed) ?? '');
      const page = await openFramed(
        fixture,
        sources.map((body) => `<!doctype html><meta charset="utf-8">${body}`),
      );
      const wrong = await framesWithout(page, MARKS);
      expect(wrong.map(([i, marks]) => [sources[i], marks])).toEqual([]);
    });
  });
}

function inputs(names: readonly string[]): string {
  return names.map((name) => `<input type="hidden" name="${name}">`).join('');
}

/** Every third name, from an offset that depends on the seed. */
function some(names: readonly string[], seed: number): string[] {
  return names.filter((_, i) => (i + seed) % 3 === 0);
}
