/** Pages that replace functions of the platform before the extension's scripts run. */
import { describe, expect, it } from 'vitest';
import { readCard } from '../../../tools/browser/card';
import { until } from '../../../tools/browser/wait';
import type { BrowserFixture } from '../harness/browser-fixture';
import { framesWithout, openFramed } from '../harness/framed-pages';

/** By owner, the properties that are replaced by throwing ones. */
const POISONS: Record<string, string> = {
  'Node.prototype':
    'parentNode childNodes firstChild nextSibling nodeType textContent isConnected getRootNode compareDocumentPosition contains appendChild',
  'Element.prototype':
    'attachShadow shadowRoot getAttribute matches closest querySelectorAll localName assignedSlot getBoundingClientRect append remove',
  'Document.prototype':
    'createTreeWalker createRange querySelector createElement caretPositionFromPoint adoptedStyleSheets',
  'TreeWalker.prototype': 'firstChild nextSibling parentNode currentNode',
  'CharacterData.prototype': 'data',
  'Range.prototype': 'setStart getClientRects',
  'MutationObserver.prototype': 'observe takeRecords',
  'IntersectionObserver.prototype': 'observe',
  'EventTarget.prototype': 'addEventListener dispatchEvent',
  'Array.prototype': 'map push includes flatMap sort filter',
  'String.prototype': 'indexOf charCodeAt slice',
  'Map.prototype': 'get set',
  'Promise.prototype': 'then',
  'RegExp.prototype': 'exec',
  'CSSStyleSheet.prototype': 'replaceSync',
  'HTMLElement.prototype': 'popover showPopover',
  JSON: 'parse stringify',
  Object: 'defineProperty keys',
  Reflect: 'get',
  globalThis:
    'Highlight StaticRange Promise Map Set WeakMap getSelection getComputedStyle matchMedia requestIdleCallback requestAnimationFrame setTimeout queueMicrotask',
};
/** Throwing properties added to `Object.prototype`. */
const POLLUTIONS = ['then', 'toJSON', 'get', 'value', 'signal', 'capture', 'shadowRoots'];

const POISON = `
  const define = Object.defineProperty;
  const describe = Object.getOwnPropertyDescriptor;
  function poison(owner, name) {
    const fail = function () { throw new Error('the page poisoned ' + name); };
    const known = describe(owner, name);
    define(owner, name, known && known.get ? { configurable: true, get: fail } : { configurable: true, writable: true, value: fail });
  }
  function pollute(name) {
    define(Object.prototype, name, { configurable: true, get() { throw new Error('the page polluted ' + name); }, set() {} });
  }`;

const calls = [
  ...Object.entries(POISONS).flatMap(([owner, names]) => names.split(' ').map((name) => `poison(${owner}, '${name}')`)),
  'poison(Array.prototype, Symbol.iterator)',
  ...POLLUTIONS.map((name) => `pollute('${name}')`),
];

const sourceWith = (script: string) =>
  `<!doctype html><meta charset="utf-8"><script>${POISON}\n${script}</script><p>中国科协办好科创中国。</p>`;

/** Registers the tests. */
export function describeOverrides(fixture: BrowserFixture): void {
  describe('a page that replaces functions of the platform', () => {
    it(`is marked like an ordinary page, for each of ${calls.length} replacements`, async () => {
      expect(calls.length).toBeGreaterThanOrEqual(60);
      const page = await openFramed(fixture, ['', ...calls].map(sourceWith));
      const wrong = await framesWithout(page, ['中国科协', '科创中国']);
      expect(wrong.map(([i, marks]) => [calls[i - 1] ?? 'clean', marks])).toEqual([]);
    });

    it('has a card that opens, with all replacements at once', async () => {
      const text = '<p style="position:fixed;left:100px;top:100px;margin:0;font-size:20px">科创中国</p>';
      const all = calls.filter((call) => !call.includes("defineProperty'"));
      const page = await fixture.openSource(`${sourceWith(all.join(';'))}${text}`);
      await page.mouse.move(60, 200);
      const card = await until('the card', async () => {
        await page.mouse.move(130, 112);
        await page.mouse.move(131, 112);
        return readCard(fixture.extensionPage, page.url());
      });
      expect(card.headword).toBe('科创中国');
      expect(card.box.width).toBeGreaterThan(200);
    });
  });
}
