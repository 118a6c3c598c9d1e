/**
 * T52: updates, ends of the background, storms of changes and cards at random, for a long time. Long runs only, for
 * `PANGZHU_SOAK_MINUTES` in each browser; `PANGZHU_FUZZ_SEED` repeats the order of an earlier run.
 */
import fc from 'fast-check';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { untilCard, untilNoCard } from '../../../tools/browser/card';
import { type Driver, launchChromium, launchFirefox } from '../../../tools/browser/driver';
import { pressOn, typeIn } from '../../../tools/browser/elements';
import { untilMarksAre } from '../../../tools/browser/marks';
import { servePages } from '../../../tools/browser/server';
import { pointAt } from '../../../tools/browser/text';
import { until } from '../../../tools/browser/wait';
import { isLong, report } from '../../long-runs';
import { endBackground } from '../harness/end-background';
import { leftovers, storm, stormPage } from './changing-pages';

const MINUTES = Number(process.env.PANGZHU_SOAK_MINUTES ?? 20);
const SEED = Number(process.env.PANGZHU_FUZZ_SEED ?? 52);
const TABS = 20;
/** More than a run of hours does. */
const MOST_STEPS = 100_000;
/** Every tab at the start and at the end, beside the steps. */
const EXTRA_MS = 1_200_000;

/** A word of the page after a storm that only the reader's own glossary has. */
const OWN = '静下来';
const MARKS = ['中国科协', OWN, '科创中国', '全国科普日'];
/** Terms whose cards open, and where the pointer goes: one is in two elements. */
const TERMS = [
  { term: '科创中国', at: '科创中国' },
  { term: '全国科普日', at: '科普日' },
] as const;

const step = fc.noBias(
  fc.record({
    // One of ten updates the extension, under all tabs.
    what: fc.constantFrom(
      'update',
      ...(['card', 'card', 'card', 'card', 'card', 'storm', 'storm', 'storm', 'storm'] as const),
    ),
    tab: fc.nat(TABS - 1),
    target: fc.constantFrom(...TERMS),
    /** When the background is ended after the pointer came to rest, in ms. */
    endAfterMs: fc.integer({ min: 100, max: 260 }),
    changes: fc.integer({ min: 100, max: 20_000 }),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Soak {
  driver: Driver;
  tabs: readonly Page[];
  /** The page of the extension; an update closes it. */
  extensionPage: Page;
}

it.runIf(isLong).each([
  ['Chromium', launchChromium],
  ['Firefox', launchFirefox],
])(
  'T52: random updates, ends, storms and cards leave marks, cards and own terms as they were, in %s',
  async (name, launch) => {
    const errors: string[] = [];
    const [driver, server] = await Promise.all([launch(), servePages()]);
    try {
      await driver.install();
      server.put('soak.html', stormPage(400));
      const extensionPage = await addOwnTerm(driver);
      const tabs: Page[] = [];
      for (let n = 0; n < TABS; n++) tabs.push(await openTab(driver, `${server.origin}/soak.html?n=${n}`, errors));
      const soak: Soak = { driver, tabs, extensionPage };
      const done = { update: 0, card: 0, storm: 0 };
      const before = await figuresOf(tabs);
      const begin = performance.now();
      for (const each of fc.sample(step, { seed: SEED, numRuns: MOST_STEPS })) {
        if (performance.now() - begin > MINUTES * 60_000) break;
        await take(each, soak);
        done[each.what]++;
        expect(errors, `after ${JSON.stringify({ ...done, last: each })}`).toEqual([]);
      }
      const hours = (performance.now() - begin) / 3_600_000;
      for (const tab of tabs) await untilQuietPageIsMarked(tab);
      const after = await figuresOf(tabs);
      report(
        `T52 in ${name}, seed ${SEED}, ${(hours * 60).toFixed(1)} minutes`,
        JSON.stringify({ done, before, after }),
      );
      expect(errors).toEqual([]);
      // Ended scripts let go of the page that they read.
      if (before.nodes) expect(after.nodes).toBeLessThan(2 * before.nodes);
      expect(done.update * done.card * done.storm).toBeGreaterThan(0);
    } finally {
      await Promise.all([driver.close(), server.close()]);
    }
  },
  MINUTES * 60_000 + EXTRA_MS,
);

async function openTab(driver: Driver, address: string, errors: string[]): Promise<Page> {
  const page = await driver.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(address);
  await untilQuietPageIsMarked(page);
  return page;
}

/** Adds a term of the reader's own, which has to outlive everything. @returns the page of the options. */
async function addOwnTerm(driver: Driver): Promise<Page> {
  const options = await driver.openExtensionPage('options.html');
  await options.bringToFront();
  for (const [at, text] of [OWN, '不再变。'].entries()) {
    await typeIn(options, `#terms form > label:nth-of-type(${at + 1}) > *`, text);
  }
  await pressOn(options, '#terms form [type=submit]');
  return options;
}

function take(step: Step, soak: Soak): Promise<void> {
  switch (step.what) {
    case 'update':
      return update(step, soak);
    case 'card':
      return openCard(step, soak);
    case 'storm':
      return endureStorm(step, soak);
  }
}

/** T04: other tabs are seen by later steps. */
async function update({ tab }: Step, soak: Soak): Promise<void> {
  await soak.driver.update();
  // Firefox leaves pages of the ended extension open.
  await soak.extensionPage.close().catch(() => null);
  soak.extensionPage = await soak.driver.extensionPage();
  await untilQuietPageIsMarked(tabAt(soak, tab));
}

/** T01: the background ends while a card is on its way; in Firefox it cannot be ended from outside. */
async function openCard({ tab, target, endAfterMs }: Step, soak: Soak): Promise<void> {
  const page = tabAt(soak, tab);
  await page.bringToFront();
  // A card that was seen before needs no request.
  await page.reload();
  await untilQuietPageIsMarked(page);
  await pointAt(page, 'main', target.at);
  await new Promise((resolve) => setTimeout(resolve, endAfterMs));
  await endBackground(soak.driver);
  const card = await untilCard(soak.extensionPage, page, target.term);
  expect(card.short).not.toBe('');
  await page.keyboard.press('Escape');
  await untilNoCard(page);
  await page.mouse.move(1, 1);
}

/** T33. */
async function endureStorm({ tab, changes }: Step, soak: Soak): Promise<void> {
  const page = tabAt(soak, tab);
  await page.bringToFront();
  await storm(page, changes, 10_000, 0);
  expect(await untilMarksAre(page, MARKS, { isPainted: true })).toEqual(MARKS);
}

function tabAt({ tabs }: Soak, at: number): Page {
  const tab = tabs[at];
  if (!tab) throw new Error(`there is no tab ${at}`);
  return tab;
}

/** Gives a page its last text, a change by which an ended script notices its end, and waits until it is marked once. */
async function untilQuietPageIsMarked(page: Page): Promise<void> {
  await page.bringToFront();
  await storm(page, 0, 1, 0);
  expect(await untilMarksAre(page, MARKS, { isPainted: true })).toEqual(MARKS);
  // The page has no element of ours between cards.
  await until('head and body alone', () => page.evaluate(() => document.documentElement.children.length === 2));
}

/** Mean heap of a tab in MB, and the most nodes of one; nothing in Firefox, which does not say. */
async function figuresOf(tabs: readonly Page[]): Promise<{ heapMb?: string; nodes?: number }> {
  const figures = [];
  for (const tab of tabs) figures.push(await leftovers(tab));
  const nodes = figures.flatMap((each) => each.nodes ?? []);
  const heap = figures.flatMap((each) => each.heapBytes ?? []);
  if (nodes.length === 0) return {};
  return {
    heapMb: (heap.reduce((sum, each) => sum + each, 0) / heap.length / 1e6).toFixed(2),
    nodes: Math.max(...nodes),
  };
}
