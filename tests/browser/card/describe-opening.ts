/** Opening of cards for terms in cards, by each of the reader's settings. Described once and run in each browser. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { SettingValues } from '../../../entrypoints/shared/settings/settings';
import { untilCard, untilNoCard } from '../../../tools/browser/card';
import { inCard, placeInCard, pointInCard, untilCardsAre } from '../../../tools/browser/card-inspector';
import { untilMarked } from '../../../tools/browser/marks';
import { storeSettings } from '../../../tools/browser/settings';
import { placeOf, pointAt } from '../../../tools/browser/text';
import { until } from '../../../tools/browser/wait';
import type { BrowserFixture } from '../harness/browser-fixture';

const SOURCE = '<!doctype html><p id="t">中国科协与“科创中国”、“智汇中国”、全国科普日。</p>';
/** Counted from the first move on a term, in ms: far longer than a card takes to open by default. */
const RECORDED_REST_MS = 1000;

/** The recorder's events in the isolated world of the card. */
interface RecordedEvent {
  name: 'pointed' | 'rested' | 'opened';
  timeMs: number;
}
type RecorderGlobal = { recordedEvents?: RecordedEvent[] };

/** Registers the tests. */
export function describeOpening(fixture: BrowserFixture): void {
  afterEach(() => storeSettings(fixture.extensionPage));

  async function openMarked(values: SettingValues): Promise<Page> {
    await storeSettings(fixture.extensionPage, values);
    const page = await fixture.openSource(SOURCE);
    await untilMarked(page);
    return page;
  }

  /** Records in the open card when a term is first pointed at, `RECORDED_REST_MS` after that, and each card it opens. */
  const startRecorder = (page: Page) =>
    inCard(
      fixture.extensionPage,
      page,
      (root, _host, restMs) => {
        const events: RecordedEvent[] = [];
        (globalThis as RecorderGlobal).recordedEvents = events; // Only these tests use it.
        const add = (name: RecordedEvent['name']) => events.push({ name, timeMs: performance.now() });
        const onMove = (event: Event) => {
          if (!(event.target instanceof Element) || !event.target.matches('.term')) return;
          root.removeEventListener('pointermove', onMove, true);
          add('pointed');
          setTimeout(() => add('rested'), restMs);
        };
        root.addEventListener('pointermove', onMove, true);
        new MutationObserver((records) => {
          if (records.some(({ addedNodes }) => addedNodes.length > 0)) add('opened');
        }).observe(root, { childList: true });
      },
      RECORDED_REST_MS,
    );

  const readRecorder = async (page: Page): Promise<RecordedEvent[]> =>
    (await inCard(fixture.extensionPage, page, () => (globalThis as RecorderGlobal).recordedEvents ?? [])) ?? []; // As above.

  const untilRecorded = (page: Page, name: RecordedEvent['name']) =>
    until(`${name}`, async () => (await readRecorder(page)).find((event) => event.name === name));

  const pointAtTerm = (page: Page, term: string) => pointInCard(fixture.extensionPage, page, '.term', term);

  describe('a card', () => {
    it('has the text size that the reader set, from the next time it opens, and so have cards in it', async () => {
      const page = await openMarked({ 'card.restMs': 50, 'card.textSize': 'largest' });
      const read = (selector: string) =>
        inCard(
          fixture.extensionPage,
          page,
          (root, host, where) => {
            const text = root.querySelector(`${where} .short`);
            return { text: text && getComputedStyle(text).fontSize, width: host.clientWidth };
          },
          selector,
        );
      await pointAt(page, '#t', '智汇中国');
      await untilCard(fixture.extensionPage, page, '智汇中国');
      expect(await read('.card-body')).toEqual({ text: '24.65px', width: 545 });
      await pointAtTerm(page, '科创中国');
      await untilCardsAre(fixture.extensionPage, page, ['智汇中国', '科创中国']);
      expect(await read('.is-inner')).toMatchObject({ text: '24.65px' });
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await untilNoCard(page);
      await storeSettings(fixture.extensionPage, { 'card.restMs': 50 });
      await pointAt(page, '#t', '智汇中国');
      await untilCard(fixture.extensionPage, page, '智汇中国');
      expect(await read('.card-body')).toEqual({ text: '17px', width: 376 });
    });
  });

  describe('a term in a card', () => {
    it('opens its card by a click and not by hovering, if the reader chose clicks', async () => {
      const page = await openMarked({ 'card.opensBy': 'click', 'card.restMs': 300 });
      const mark = await placeOf(page, '#t', '智汇中国');
      await page.mouse.click(mark.x, mark.y);
      await untilCard(fixture.extensionPage, page, '智汇中国');
      await startRecorder(page);
      await pointAtTerm(page, '科创中国');
      await untilRecorded(page, 'rested');
      const term = await placeInCard(fixture.extensionPage, page, '.term', '科创中国');
      await page.mouse.click(term.x, term.y);
      await untilCardsAre(fixture.extensionPage, page, ['智汇中国', '科创中国']);
      expect((await readRecorder(page)).map(({ name }) => name)).toEqual(['pointed', 'rested', 'opened']);
    });

    it('opens its card after the hover delay that the reader set', async () => {
      const page = await openMarked({ 'card.opensBy': 'hover', 'card.restMs': 2000 });
      await pointAt(page, '#t', '智汇中国');
      await untilCard(fixture.extensionPage, page, '智汇中国');
      await startRecorder(page);
      await pointAtTerm(page, '科创中国');
      const opened = await untilRecorded(page, 'opened');
      const pointed = await untilRecorded(page, 'pointed');
      // A prepared card is drawn a little before the time is over, so that it is painted when it is.
      expect(opened.timeMs - pointed.timeMs).toBeGreaterThan(1900);
      await untilCardsAre(fixture.extensionPage, page, ['智汇中国', '科创中国']);
    });
  });
}
