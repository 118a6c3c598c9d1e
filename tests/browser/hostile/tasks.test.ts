import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readGlossary } from '../../../glossary/cli/read-glossary';
import { compileGlossary } from '../../../glossary/editor/compile';
import { type Driver, launchChromium, launchFirefox } from '../../../tools/browser/driver';
import { until } from '../../../tools/browser/wait';
import { amount, isLong, report } from '../../long-runs';
import { bundleScript } from '../harness/bundle';
import { takeBrowser } from '../harness/shared-browsers';
import type { AlonePage } from './engine-alone';
import { installWorkClock, type WorkClock } from './work-clock';

const ENTRY = new URL('./engine-alone.ts', import.meta.url);

/** Largest duration of a task in ms of the work clock: a slice and a step, with deciding and marking. */
const LIMIT_MS = 8;

/** Text nodes of each page (T36). */
const NODES = amount(6000, 100_000);

const plain = (count: number, one: string) => one.repeat(count);

/** Globals of the page. */
interface Globals {
  engine: typeof import('./engine-alone');
  clock: WorkClock;
  page: AlonePage;
}

/** Large pages of different structure: name, HTML of the body, number of mentions. */
const pages: [name: string, html: string, mentions: number][] = [
  ['paragraphs', `${plain(NODES / 2, '<p>这是寻常文字而已，<b>没有什么要解释的</b></p>')}<p>中国科协</p>`, 1],
  ['paragraphs full of mentions', plain(NODES / 2, '<p>寻常文字，<b>中国科协</b></p>'), NODES / 2],
  ['a paragraph of inline elements', `<p>${plain(NODES / 2, '这是寻常文字，<b>没有什么</b>')}中国科协</p>`, 1],
  [
    'inline elements full of mentions',
    `<p>${plain(NODES / 4, '寻常的一些文字，<b>说到</b><i>中国科协</i>。')}</p>`,
    NODES / 4,
  ],
  ['broken lines full of mentions', `<p>${plain(NODES / 2, '寻常文字，说到中国科协。<br>')}</p>`, NODES / 2],
  ['one text node', `<p>${plain(NODES / 2, '这是寻常文字而已，没有什么要解释的')}中国科协</p>`, 1],
  ['one text node full of mentions', `<p>${plain(NODES / 2, '寻常的一些文字，说到中国科协。')}</p>`, NODES / 2],
  ['a list', `<ul>${plain(NODES, '<li>寻常</li>')}<li>中国科协</ul>`, 1],
  ['columns', `<div style="columns: 4">${plain(NODES, '<p>寻常</p>')}<p>中国科协</p></div>`, 1],
  ['custom elements', `<x-y>${plain(NODES, '<x-z><p>寻常</p></x-z>')}<p>中国科协</p></x-y>`, 1],
];

describe.each<[string, () => Promise<Driver>]>([
  ['Chromium', launchChromium],
  // The work clock counts code that both run alike.
  ...(isLong ? [['Firefox', launchFirefox] as [string, typeof launchFirefox]] : []),
])('tasks of the extension in %s', (name, launch) => {
  let driver: Driver;
  let code: string;
  let page: Page;
  const { finder } = compileGlossary(readGlossary());

  beforeAll(async () => {
    const define = { 'import.meta.env.FIREFOX': String(name === 'Firefox') };
    [code, driver] = await Promise.all([bundleScript(ENTRY, 'engine', define), takeBrowser(launch)]);
  });
  afterAll(() => driver?.close());
  afterEach(() => page?.close());

  /** A page with clock and engine, not started. */
  async function open(html: string): Promise<void> {
    page = await driver.newPage();
    await page.setContent('<!doctype html><html><body></body></html>');
    await page.evaluate((body) => {
      document.body.innerHTML = body;
      // Layout counts as work of the page.
      document.body.getBoundingClientRect();
    }, html);
    await page.evaluate(`globalThis.clock = (${installWorkClock})(); ${code}; globalThis.engine = engine; null`);
  }

  function begin(): Promise<void> {
    return page.evaluate((data) => {
      const globals = globalThis as unknown as Globals; // Put there above.
      globals.clock.pageTask();
      globals.page = globals.engine.mark(data);
    }, finder);
  }

  /** Number of mentions once the page is read. */
  function untilRead(): Promise<number> {
    return until('all to be read', async () => {
      const count = await page.evaluate(() => (globalThis as unknown as Globals).page.count());
      return count ?? false;
    });
  }

  function found(): Promise<number> {
    return page.evaluate(() => (globalThis as unknown as Globals).page.found());
  }

  function inView(): Promise<number> {
    return page.evaluate(() => (globalThis as unknown as Globals).page.inView());
  }

  async function expectShortTasks(what: string): Promise<void> {
    const lengths = await page.evaluate(() => (globalThis as unknown as Globals).clock.tasks());
    const longest = Math.max(...lengths);
    expect(longest).toBeLessThan(LIMIT_MS);
    report(`longest of ${lengths.length} tasks, ${what}`, `${longest.toFixed(1)} ms of work`);
  }

  it.each(pages)('are short on a page of %s', async (what, html, mentions) => {
    await open(html);
    await begin();
    expect(await untilRead()).toBe(mentions);
    await expectShortTasks(what);
  });

  it('are short while terms are counted and listed', async () => {
    const [first, second] = ['<p>寻常文字，<b>中国科协</b></p>', '<p>寻常文字，<b>科创</b>中国</p>'];
    await open(plain(NODES / 4, first + second));
    await begin();
    await untilRead();
    await expectShortTasks('many terms read');
    const { counted, named } = await page.evaluate(() => (globalThis as unknown as Globals).page.summedUp());
    expect(counted).toEqual([NODES / 4, NODES / 4]);
    expect(named).toEqual([1, 1]);
    await expectShortTasks('many terms counted and named');
  });

  it.each([
    ['is added and removed beside it', 'item'],
    ['is moved to its end', 'move'],
    ['changes its own text', 'text'],
  ])('are short and finite in a long list where in each frame an element %s', async (what, change) => {
    await open(`<div>开头的字<p>一</p>${plain(NODES, '<p>寻常</p>')}<p>中国科协</p></div>`);
    await page.evaluate((how) => {
      const { clock } = globalThis as unknown as Globals; // Put there above.
      const [list] = document.body.children;
      const item = document.createElement('p');
      const changes: Record<string, () => void> = {
        item: () => (item.isConnected ? item.remove() : list?.prepend(item)),
        move: () => list?.firstElementChild && list.append(list.firstElementChild),
        text: () => list?.firstChild?.replaceWith(`开头的字${frames}`),
      };
      let frames = 0;
      const go = () => {
        clock.pageTask();
        changes[how]?.();
        frames++;
        requestAnimationFrame(go);
      };
      go();
    }, change);
    await begin();
    await until('the last to be marked', async () => (await found()) > 0);
    await expectShortTasks(`a list where something ${what}`);
  });

  it('mark the visible part of a text in one block', async () => {
    await open(`<p>${'寻常文字，说到中国科协。<br>'.repeat(2000)}</p>`);
    await begin();
    await untilRead();
    for (const share of [0.5, 1, 0.1, 0]) {
      await page.evaluate((at) => scrollTo(0, at * (document.documentElement.scrollHeight - innerHeight)), share);
      await until(`marks at ${share}`, async () => (await inView()) > 15);
    }
    await expectShortTasks('one block, scrolled');
  });
});
