/** Pages that forge events: input of a reader, events of WXT, messages in the extension's format. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { untilCard, untilNoCard } from '../../../tools/browser/card';
import { marksOf, untilMarksAre } from '../../../tools/browser/marks';
import { pointAt } from '../../../tools/browser/text';
import { amount, isLong, report } from '../../long-runs';
import type { BrowserFixture } from '../harness/browser-fixture';

const PER_SECOND = 10_000;
const SOURCE = '<!doctype html><meta charset="utf-8"><p id="text" style="margin: 200px">中国科协办好科创中国。</p>';
const MARKS = ['中国科协', '科创中国'];

/** Registers the tests. */
export function describeForgedEvents(fixture: BrowserFixture): void {
  describe('a page that forges events', () => {
    const seconds = amount(1.5, 10);
    it(`neither opens a card nor ends a script, with ${PER_SECOND} events a second for ${seconds} s`, async () => {
      const page = await fixture.openSource(SOURCE);
      expect(await untilMarksAre(page, MARKS)).toEqual(MARKS);
      const { added, busyMs } = await forge(page, await idOf(fixture), seconds);
      expect(added).toEqual([]);
      expect(await marksOf(page)).toEqual(MARKS);
      await pointAt(page, '#text', '科创中国');
      await untilCard(fixture.extensionPage, page, '科创中国');
      if (!isLong) return;
      const bare = await fixture.openSource(SOURCE.replace(/中国科协|科创中国/g, '别的名字'));
      const { busyMs: bareMs } = await forge(bare, await idOf(fixture), seconds);
      report('our share of a core under forged events', `${(((busyMs - bareMs) / seconds / 1000) * 100).toFixed(1)} %`);
    });

    it('cannot close an open card', async () => {
      const page = await fixture.openSource(SOURCE);
      await untilMarksAre(page, MARKS);
      await pointAt(page, '#text', '科创中国');
      await untilCard(fixture.extensionPage, page, '科创中国');
      await forge(page, await idOf(fixture), 0.2);
      await untilCard(fixture.extensionPage, page, '科创中国');
      await page.keyboard.press('Escape');
      await untilNoCard(page);
    });
  });
}

/** The extension's id. */
function idOf(fixture: BrowserFixture): Promise<string> {
  return fixture.extensionPage.evaluate(() => {
    type Api = { runtime: { id: string } };
    const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api }; // A page of the extension has one.
    return (browser ?? chrome)?.runtime.id ?? '';
  });
}

/** @returns nodes added to the document element meanwhile, and the time spent in dispatching, in ms. */
function forge(page: Page, id: string, seconds: number): Promise<{ added: string[]; busyMs: number }> {
  return page.evaluate(
    async (extension, duration, perSecond) => {
      const added: string[] = [];
      const seen = new MutationObserver((records) => {
        for (const { addedNodes } of records) for (const node of addedNodes) added.push(node.nodeName);
      });
      seen.observe(document.documentElement, { childList: true });
      const text = document.querySelector('#text');
      if (!text) throw new Error('there is no text');
      const range = document.createRange();
      range.selectNodeContents(text);
      const { left, top, height } = range.getBoundingClientRect();
      const at = { clientX: left + 120, clientY: top + height / 2, bubbles: true, composed: true, cancelable: true };
      const names = ['content', 'engine', 'card', 'content-scripts/content'];
      const forged = names.flatMap((name) => [
        new CustomEvent(`${extension}:${name}:wxt:content-script-started`, {
          detail: { contentScriptName: name, messageId: 'evil' },
        }),
        new MessageEvent('message', {
          data: { type: `${extension}:${name}:wxt:content-script-started`, contentScriptName: name },
        }),
      ]);
      const events: [EventTarget, Event][] = [
        ...['pointermove', 'pointerover', 'pointerenter', 'pointerdown', 'pointerup', 'pointerout'].map(
          (type): [EventTarget, Event] => [text, new PointerEvent(type, at)],
        ),
        ...['mousemove', 'mouseover', 'click', 'dblclick', 'contextmenu'].map((type): [EventTarget, Event] => [
          text,
          new MouseEvent(type, at),
        ]),
        ...['Escape', 'Enter', 'Alt', 'g'].flatMap((key): [EventTarget, Event][] => [
          [text, new KeyboardEvent('keydown', { key, altKey: true, bubbles: true, composed: true })],
          [document, new KeyboardEvent('keyup', { key, bubbles: true })],
        ]),
        ...['engine.load', 'card.load', 'entries.get', 'marks.style', 'term.mute', 'site.setEnabled'].map(
          (type): [EventTarget, Event] => [window, new MessageEvent('message', { data: { type } })],
        ),
        ...['pagehide', 'freeze', 'blur', 'toggle'].map((type): [EventTarget, Event] => [window, new Event(type)]),
        ...forged.flatMap((event): [EventTarget, Event][] => [
          [document, event],
          [window, event],
        ]),
      ];
      let busyMs = 0;
      const end = performance.now() + duration * 1000;
      for (let tick = 0; performance.now() < end; tick++) {
        const begin = performance.now();
        for (let i = 0; i < perSecond / 100; i++) {
          const [target, event] = events[(tick * 31 + i) % events.length] ?? [];
          if (event) target?.dispatchEvent(event);
        }
        busyMs += performance.now() - begin;
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, 10 - (performance.now() - begin))));
      }
      seen.disconnect();
      return { added, busyMs };
    },
    id,
    seconds,
    PER_SECOND,
  );
}
