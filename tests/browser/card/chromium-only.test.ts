/** Tests that need Chromium's driver: ending the background, disabling the extension, the accessibility tree, forced colours. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { untilCard, untilNoCard } from '../../../tools/browser/card';
import { inCard, placeInCard, pointInCard, untilCardsAre } from '../../../tools/browser/card-inspector';
import { launchChromium } from '../../../tools/browser/driver';
import { marksOf, untilMarked } from '../../../tools/browser/marks';
import { pointAt } from '../../../tools/browser/text';
import { until } from '../../../tools/browser/wait';
import { amount, isLong } from '../../long-runs';
import { COLOUR_RULES, faultsOf, faultsWithin, SIZE_RULES } from '../harness/axe';
import { prepareBrowser } from '../harness/browser-fixture';
import { endBackground } from '../harness/end-background';

/** A hundred in long runs (T01 in docs/torture.md). */
const KILLS = amount(8, 100);

const TEXT =
  '<!doctype html><p id="t">中国科协与“科创中国”、“智汇中国”、全国科普日。</p><p id="c">讲好“四史”，学党史。</p>';
const TERMS = ['科创中国', '智汇中国', '全国科普日'];

/** The last group takes the extension out of its browser. */
// A browser of its own, because tests disable and remove the extension.
const fixture = prepareBrowser(() => launchChromium());

describe('a shortcut', () => {
  /** Through the background's own listener: no browser lets its shortcuts be pressed from outside. */
  async function press(page: Page, command: string): Promise<void> {
    await page.bringToFront();
    // A background that sleeps wakes for any message, and has no target before.
    await fixture.extensionPage.evaluate(() => {
      type Runtime = { sendMessage(message: unknown): Promise<unknown> };
      const { chrome } = globalThis as unknown as { chrome: { runtime: Runtime } }; // A page of the extension has it.
      return chrome.runtime.sendMessage(null).catch(() => null);
    });
    const target = await fixture.driver.browser.waitForTarget((item) => item.type() === 'service_worker');
    const worker = await target.worker();
    if (!worker) throw new Error('the background has no worker');
    await worker.evaluate((name) => {
      type Event = { dispatch(name: string): void }; // Chromium's events have it, for its own scripts.
      (globalThis as unknown as { chrome: { commands: { onCommand: Event } } }).chrome.commands.onCommand.dispatch(
        name,
      );
    }, command);
  }
  /** Names of the windows with a current term, and the beginning of that term. */
  const walkedTo = (page: Page) =>
    page.evaluate(() =>
      [window, ...Array.from(document.querySelectorAll('iframe'), (frame) => frame.contentWindow)]
        .flatMap((item) => {
          const { CSS: css } = item as unknown as typeof globalThis; // A window has its globals.
          const current = [...css.highlights.values()].filter((each) => each.size === 1 && each.priority > 0);
          return current.map((each) => {
            const { startContainer: text, startOffset: start } = [...each][0] as AbstractRange; // One, as above.
            return `${item?.name}:${text.textContent?.slice(start, start + 4)}`;
          });
        })
        .join(' '),
    );

  it('goes to the next term, and opens its card with the focus in it', async () => {
    const page = await fixture.openSource(TEXT);
    await untilMarked(page);
    // Commands on their way at once could overtake each other.
    for (const term of ['中国科协', '科创中国']) {
      await press(page, 'next-term');
      await until(`${term} as the current term`, async () => (await walkedTo(page)) === `:${term}`);
    }
    await press(page, 'toggle-card');
    await untilCard(fixture.extensionPage, page, '科创中国');
    await until('the focus', () => page.evaluate(() => document.activeElement?.matches('[popover]') === true));
    await press(page, 'toggle-card');
    await untilNoCard(page);
  });

  it('goes to a term in a frame if the page itself has none', async () => {
    const page = await fixture.openSource(
      `<!doctype html><p>这里没有。</p><iframe width="500" height="300" srcdoc="<p>无</p>"></iframe>
      <iframe width="500" height="300" srcdoc="<p>科创中国。</p><p>全国科普日。</p>"></iframe>`,
    );
    await until('the marks in the frame', () =>
      page.evaluate(() => {
        const [, frame] = document.querySelectorAll('iframe');
        const { CSS: css } = (frame?.contentWindow ?? window) as unknown as typeof globalThis; // A window has its globals.
        return css.highlights.size > 0;
      }),
    );
    await press(page, 'next-term');
    await until('the term in the frame', async () => (await walkedTo(page)) === ':科创中国');
  });

  it('continues after the last term of a frame in the next frame with terms, and from the last one at the first', async () => {
    const frameOf = (name: string, source: string) =>
      `<iframe name="${name}" width="500" height="200" srcdoc="${source}"></iframe>`;
    const page = await fixture.openSource(
      `<!doctype html><p>科创中国。</p>${frameOf('hidden', '<p>科创中国。</p>')}${frameOf('a', '<p>全国科普日。</p><p>科创中国。</p>')}
      <p style="height:1500px">·</p>${frameOf('none', '<p>无</p>')}${frameOf('b', '<p>科创中国。</p>')}`,
    );
    await until('the marks in all frames', () =>
      page.evaluate(() =>
        ['hidden', 'a', 'b'].every((name) => {
          const { contentWindow } = document.querySelector<HTMLIFrameElement>(`[name=${name}]`) ?? {};
          return ((contentWindow ?? window) as unknown as typeof globalThis).CSS.highlights.size > 0; // As above.
        }),
      ),
    );
    await page.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('[name=hidden]');
      frame?.contentDocument?.querySelector('p')?.setAttribute('hidden', '');
    });
    const way = [':科创中国', 'a:全国科普', 'a:科创中国', 'b:科创中国'];
    for (const at of [...way, ...way.slice(0, 2)]) {
      await press(page, 'next-term');
      await until(at, async () => (await walkedTo(page)) === at);
    }
    for (const at of [way[0], way[3]]) {
      await press(page, 'previous-term');
      await until(String(at), async () => (await walkedTo(page)) === at);
    }
    await until('the last frame in view', () => page.evaluate(() => scrollY > 0));
  });

  it('announces that a page has no term, and leaves the page unchanged', async () => {
    const page = await fixture.open('plain.html');
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await press(page, 'next-term');
    const session = await page.createCDPSession();
    await until('the announcement', async () => {
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      return nodes.some(({ name }) => /没有可前往的术语|no term/i.test(String(name?.value)));
    });
    // It lingers for as long as it takes to be read out.
    if (isLong)
      await until('nothing left', () => page.evaluate((html) => document.documentElement.outerHTML === html, before));
  });
});

describe('the accessibility of the card', () => {
  it('is a dialog with a name, its definition, its links and its buttons', async () => {
    const page = await fixture.openSource(TEXT);
    await untilMarked(page);
    await pointAt(page, '#t', '科创中国');
    await untilCard(fixture.extensionPage, page, '科创中国');
    const session = await page.createCDPSession();
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const told = nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name }) => `${role?.value as string} ${(name?.value as string | undefined) ?? ''}`);
    for (const expected of [
      'dialog 科创中国',
      'article 科创中国',
      'heading 科创中国',
      'button 中国科协',
      /^blockquote/,
      /^link (Read it in the bulletin|在报道中读这一句)/,
      /^link 智汇中国/,
      /^button (Pin the card|固定卡片)/,
      /^button (Close|关闭)/,
      /^button (Mute this term|不再标记这个术语)/,
      /^status/,
    ]) {
      expect(told).toContainEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
    }
  });

  const STATES: [string, (page: Page) => Promise<unknown>][] = [
    [
      'with a card in it',
      async (page) => {
        await pointInCard(fixture.extensionPage, page, '.term');
        await placeInCard(fixture.extensionPage, page, '.back');
      },
    ],
    [
      'pinned, asking where a mark is not meant',
      async (page) => {
        const pin = await placeInCard(fixture.extensionPage, page, '[name=card_pin]');
        await page.mouse.click(pin.x, pin.y);
        const notMeant = await placeInCard(fixture.extensionPage, page, '[name=card_not_meant]');
        await page.mouse.click(notMeant.x, notMeant.y);
        await placeInCard(fixture.extensionPage, page, '[name=card_not_meant_page]');
      },
    ],
  ];
  /** What a look changes decides which rules are checked again after the first: rules of colours, of sizes, or none. */
  const LOOKS: Look[] = [
    { name: 'light', scheme: 'light', isForced: false, width: 1000, textSize: 1, rules: null },
    { name: 'dark', scheme: 'dark', isForced: false, width: 1000, textSize: 1, rules: COLOUR_RULES },
    // Forced colours are the reader's own, whatever axe makes of ours below them.
    { name: 'forced colours', scheme: 'dark', isForced: true, width: 1000, textSize: 1, rules: [] },
    { name: '400% zoom', scheme: 'light', isForced: false, width: 320, textSize: 1, rules: SIZE_RULES },
    { name: '200% text', scheme: 'light', isForced: false, width: 1000, textSize: 2, rules: SIZE_RULES },
  ];

  it.each(STATES)('has no fault in any colour scheme and size %s', async (_name, act) => {
    const page = await fixture.openSource(TEXT);
    await untilMarked(page);
    await pointAt(page, '#c', '四史');
    await untilCard(fixture.extensionPage, page, '四史');
    await act(page);
    const copy = await inCard(fixture.extensionPage, page, (root) => ({
      css: Array.from(root.adoptedStyleSheets, (sheet) =>
        Array.from(sheet.cssRules, (rule) => rule.cssText).join('\n'),
      ).join('\n'),
      bodies: Array.from(root.querySelectorAll('.card-body'), (body) =>
        body.outerHTML.replaceAll('popover="manual"', ''),
      ),
    }));
    if (!copy) throw new Error('there is no card');
    const faults: string[] = [];
    for (const body of copy.bodies) faults.push(...(await faultsOfCopy(copy.css, body)));
    expect(faults).toEqual([]);
  });

  it.each<[string, 'light' | 'dark', 'none' | 'active']>([
    ['light', 'light', 'none'],
    ['dark', 'dark', 'none'],
    ['forced colours', 'dark', 'active'],
  ])('has no fault in its place in the page, contrast included: %s', async (_name, scheme, forced) => {
    const page = await fixture.openSource(
      `<meta charset="utf-8"><meta name="color-scheme" content="light dark">${TEXT}`,
    );
    const session = await page.createCDPSession();
    const emulate = (colours: string) =>
      session.send('Emulation.setEmulatedMedia', {
        features: [
          { name: 'prefers-color-scheme', value: scheme },
          { name: 'forced-colors', value: colours },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ],
      });
    await emulate('none');
    await untilMarked(page);
    await pointAt(page, '#c', '四史');
    await untilCard(fixture.extensionPage, page, '四史');
    await STATES[0]?.[1](page);
    // With forced colours no term is marked that could be pointed at: keys lead to them.
    await emulate(forced);
    expect(await inCard(fixture.extensionPage, page, paleTexts)).toEqual([]);
    expect(await faultsWithin(page, '[popover]:popover-open')).toEqual([]);
    // Its emulation would stay with the tab.
    await session.detach();
  });

  /** Texts whose contrast with their ground is below 4.5. Runs in the isolated world of the card, without access to this module. */
  function paleTexts(root: ShadowRoot): string[] {
    const partsOf = (colour: string) => (/^rgba?\((.*)\)$/.exec(colour)?.[1] ?? '').split(', ').map(Number);
    const luminanceOf = (colour: string) => {
      const [r = 0, g = 0, b = 0] = partsOf(colour).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const groundOf = (element: Element | null): string => {
      if (!element) return 'none';
      const { backgroundColor } = getComputedStyle(element);
      const [, , , alpha = 1] = partsOf(backgroundColor);
      return alpha === 1 && backgroundColor !== '' ? backgroundColor : groundOf(element.parentElement);
    };
    const texts = Array.from(root.querySelectorAll<HTMLElement>('.card-body *')).filter((element) =>
      Array.from(element.childNodes).some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
    );
    if (texts.length < 20) return ['no texts'];
    return texts.flatMap((element) => {
      const { color } = getComputedStyle(element);
      const ground = groundOf(element);
      const [a = 0, b = 0] = [luminanceOf(color), luminanceOf(ground)].sort((x, y) => y - x);
      const ratio = (a + 0.05) / (b + 0.05);
      return ratio >= 4.5
        ? []
        : [`${element.className || element.localName} ${color} on ${ground}: ${ratio.toFixed(2)}`];
    });
  }

  interface Look {
    name: string;
    scheme: 'light' | 'dark';
    isForced: boolean;
    width: number;
    textSize: number;
    rules: readonly string[] | null;
  }

  /** What is wrong with a copy of the card outside its tree, in each look: no tool can look into a closed tree. */
  async function faultsOfCopy(css: string, body: string): Promise<string[]> {
    const page = await fixture.driver.newPage();
    const session = await page.createCDPSession();
    await page.setContent(
      `<!doctype html><html lang="zh-Hans"><title>card</title><style></style><main>${body}</main></html>`,
    );
    const faults: string[] = [];
    for (const look of LOOKS) {
      await page.setViewport({ width: look.width, height: 800 });
      await session.send('Emulation.setEmulatedMedia', {
        features: [
          { name: 'prefers-color-scheme', value: look.scheme },
          { name: 'forced-colors', value: look.isForced ? 'active' : 'none' },
        ],
      });
      await page.$eval('style', (style, text) => style.replaceChildren(text), styleOf(css, look));
      const violated = look.rules?.length === 0 ? [] : await faultsOf(page, look.rules);
      faults.push(...[...violated, ...(await page.evaluate(sizeFaults))].map((fault) => `${look.name}: ${fault}`));
    }
    await page.close();
    return faults;
  }

  function styleOf(css: string, { scheme, textSize }: Look): string {
    const sized = css
      .replace(/:host\([^)]*\)|:host/g, ':root')
      .replace(/(\d+(?:\.\d+)?)px/g, (_all, size: string) => `${Number(size) * textSize}px`);
    return `${sized}
      :root { color-scheme: ${scheme} !important; display: block !important; position: static !important; width: auto !important }
      .card-body { animation: none !important; background-image: none !important; position: static !important; max-height: none !important; width: auto !important }`;
  }

  /** Runs in a page. */
  function sizeFaults(): string[] {
    const found: string[] = [];
    // No line may be wider than the window: at 400% nobody scrolls both ways.
    if (document.documentElement.scrollWidth > innerWidth)
      found.push(`too wide: ${document.documentElement.scrollWidth}`);
    for (const target of document.querySelectorAll('button')) {
      const { width, height } = target.getBoundingClientRect();
      if (width < 24 || height < 24) found.push(`too small a target: ${target.textContent}`);
    }
    return found;
  }
});

describe('when the background is ended', () => {
  it(`during a request, the card still opens, ${KILLS} times`, async () => {
    const page = await fixture.openSource(TEXT);
    await untilMarked(page);
    let opened = 0;
    for (let i = 0; i < KILLS; i++) {
      // A card seen before would need no request: a document of its own each time a term comes again.
      if (i > 0 && i % TERMS.length === 0) {
        await page.reload();
        await untilMarked(page);
      }
      const term = TERMS[i % TERMS.length] ?? '';
      await pointAt(page, '#t', term);
      // The request goes out while the pointer rests: the worker goes at a different moment each time.
      await new Promise((resolve) => setTimeout(resolve, 100 + ((i * 37) % 160)));
      await endBackground(fixture.driver);
      const card = await untilCard(fixture.extensionPage, page, term);
      expect(card.short).not.toBe('');
      opened++;
      await page.keyboard.press('Escape');
      await untilNoCard(page);
    }
    expect(opened).toBe(KILLS);
  });
});

describe('when the extension is disabled or removed', () => {
  const rounds = amount(2, 20); // T05 in docs/torture.md.

  it(`with an open card, the page is left unchanged, ${rounds} times`, async () => {
    const { driver } = fixture;
    const page = await fixture.openSource(TEXT);
    const browserPage = await driver.newPage();
    await browserPage.goto('chrome://extensions');
    const id = new URL(driver.extensionUrl('')).host;
    const turn = (isOn: boolean) =>
      browserPage.evaluate(
        async (extension, value) => {
          type Management = { setEnabled(id: string, isEnabled: boolean): Promise<void> };
          const { chrome } = globalThis as unknown as { chrome: { management: Management } }; // The browser's own page.
          await chrome.management.setEnabled(extension, value);
        },
        id,
        isOn,
      );
    const source = () => page.evaluate(() => document.documentElement.outerHTML);
    /** What the page is before the card comes; gives it with the card open. */
    const withCard = async () => {
      await page.bringToFront();
      await untilMarked(page);
      const before = await source();
      // The pages of the extension go with it.
      const extensionPage = await driver.extensionPage();
      await page.bringToFront();
      await pointAt(page, '#t', '科创中国');
      await untilCard(extensionPage, page, '科创中国');
      await untilCardsAre(extensionPage, page, ['科创中国']);
      expect(await source()).not.toBe(before);
      return before;
    };
    const untilGone = async (before: string) => {
      await untilNoCard(page);
      await until('the marks to go', async () => (await marksOf(page)).length === 0);
      expect(await source()).toBe(before);
    };
    for (let round = 0; round < rounds; round++) {
      if (round > 0) {
        await driver.install();
        await page.reload();
      }
      const first = await withCard();
      await turn(false);
      await untilGone(first);
      await turn(true);
      expect(await source()).toBe(first);
      // Switched on again: of that no event tells the background.
      await untilMarked(page);
      await page.reload();
      const second = await withCard();
      expect(second).toBe(first);
      await driver.browser.uninstallExtension(id);
      await untilGone(second);
    }
    await browserPage.close();
  });
});
