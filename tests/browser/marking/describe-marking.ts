/** Marks on long, changing and unusual pages. Described once and run in each browser. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SettingValues } from '../../../entrypoints/shared/settings/settings';
import type { Driver } from '../../../tools/browser/driver';
import { marksOf, untilMarksAre } from '../../../tools/browser/marks';
import { type PageServer, servePages } from '../../../tools/browser/server';
import { storeSettings } from '../../../tools/browser/settings';
import { until } from '../../../tools/browser/wait';

/** Largest number of registered marks if there are too many to register all. */
const MOST = 300;

/** Registers the tests, in a browser of their own. */
export function describeMarking(launch: () => Promise<Driver>): void {
  let server: PageServer;
  let driver: Driver;
  let extensionPage: Page;
  let page: Page;

  beforeAll(async () => {
    [server, driver] = await Promise.all([servePages(), launch()]);
    await driver.install();
    extensionPage = await driver.extensionPage();
    page = await driver.newPage();
    await page.setViewport({ width: 1000, height: 760 });
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });
  beforeEach(() => set());

  const set = (values: SettingValues = {}, muted = 0) => storeSettings(extensionPage, values, muted);

  /** Opens a page without a term, sets its contents, and runs `script` in the same task, before the engine reads it. */
  async function openWith(html: string, script = ''): Promise<void> {
    await page.goto(`${server.origin}/plain.html`);
    await page.bringToFront();
    // The browser restores the scroll position.
    await page.evaluate(`document.body.innerHTML = ${JSON.stringify(html)}; scrollTo(0, 0); ${script}`);
  }

  /** Paragraphs in view with a mark, all paragraphs in view, and all registered marks. */
  function inView(): Promise<{ marked: number; all: number; registered: number }> {
    return page.evaluate(() => {
      const marked = new Set<Node | null>();
      let registered = 0;
      for (const [, highlight] of CSS.highlights) {
        for (const range of highlight) {
          registered++;
          marked.add(range.startContainer.parentElement);
        }
      }
      const seen = [...document.querySelectorAll('p')].filter((paragraph) => {
        const { top, bottom, height } = paragraph.getBoundingClientRect();
        return height > 0 && bottom > 0 && top < innerHeight;
      });
      return { marked: seen.filter((paragraph) => marked.has(paragraph)).length, all: seen.length, registered };
    });
  }

  const untilViewIsMarked = (what: string) =>
    until(`marks ${what}`, async () => {
      const { marked, all } = await inView();
      return all > 0 && marked === all;
    });

  const paragraphs = (count: number) =>
    Array.from({ length: count }, (_, i) => `<p>第${i}段说到国际大科学计划。</p>`).join('');

  describe('a page with more mentions than are registered', () => {
    it('has the mentions in view marked after scrolling, never too many at once', async () => {
      await openWith(paragraphs(4000));
      await untilViewIsMarked('at the top');
      for (const share of [0.5, 1, 0.25]) {
        await page.evaluate((part) => scrollTo(0, document.documentElement.scrollHeight * part), share);
        await untilViewIsMarked(`at ${share} of the page`);
        expect((await inView()).registered).toBeLessThanOrEqual(MOST);
      }
    });

    it('has mentions in view marked in columns, in a scroller and in opened details', async () => {
      await openWith(
        `<div style="columns: 4">${paragraphs(400)}</div>
        <div id="scroller" style="height: 600px; overflow: auto">${paragraphs(400)}</div>
        <details id="folded"><summary>更多</summary>${paragraphs(30)}</details>`,
      );
      await untilViewIsMarked('in columns');
      await page.evaluate(() => {
        const scroller = document.querySelector('#scroller');
        scroller?.scrollIntoView({ block: 'start', behavior: 'instant' });
        scroller?.scrollTo(0, 5000);
      });
      await untilViewIsMarked('in the scroller');
      await page.evaluate(() => {
        const details = document.querySelector<HTMLDetailsElement>('#folded');
        if (details) details.open = true;
        details?.scrollIntoView({ block: 'start', behavior: 'instant' });
      });
      await untilViewIsMarked('in the opened details');
    });

    it.each<[string, string]>([
      ['in columns', '<div style="columns: 4">'],
      ['in a list that runs up', '<div style="display: flex; flex-direction: column-reverse">'],
      ['behind a hidden list', `<div hidden>${paragraphs(400)}</div><div>`],
    ])('has four thousand marked %s', async (_what, open) => {
      await openWith(`${open}${paragraphs(4000)}</div>`);
      await untilViewIsMarked('at the top');
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
      await untilViewIsMarked('in the middle');
    });

    it('has fixed elements marked, wherever they are in the document', async () => {
      await openWith(
        `<header style="height: 60px"><div id="bar" style="position: fixed; top: 0">科创中国</div></header>
        <main>${paragraphs(1000)}</main><div>${paragraphs(1000)}<div id="end" style="position: fixed; bottom: 0">科创中国</div></div>`,
      );
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight * 0.3));
      await untilViewIsMarked('in the text');
      expect(await untilMarksAre(page, ['科创中国'], { inside: '#bar' })).toEqual(['科创中国']);
      expect(await untilMarksAre(page, ['科创中国'], { inside: '#end' })).toEqual(['科创中国']);
    });

    it('has an open dialog marked whose place in the document is out of view', async () => {
      await openWith(`${paragraphs(1000)}<dialog>科创中国</dialog>${paragraphs(1000)}`);
      await untilViewIsMarked('at the top');
      await page.evaluate(() => {
        document.querySelector('dialog')?.showModal();
        scrollTo(0, 300);
      });
      expect(await untilMarksAre(page, ['科创中国'], { inside: 'dialog' })).toEqual(['科创中国']);
    });

    it('has mentions in view marked in one block with hidden parts', async () => {
      const line = (i: number) => (i % 2 ? '科创中国' : '<span hidden>科创中国</span>');
      await openWith(
        `<div id="lines">${Array.from({ length: 2000 }, (_, i) => `第${i}行：${line(i)}<br>`).join('')}</div>`,
      );
      await until('marks', async () => (await inView()).registered > 0);
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight * 0.8));
      await until('marks in view', () =>
        page.evaluate(() => {
          const marks = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
          return marks.some(({ startContainer, startOffset }) => {
            const range = new Range();
            range.setStart(startContainer, startOffset);
            const { top, bottom } = range.getBoundingClientRect();
            return bottom > 0 && top < innerHeight;
          });
        }),
      );
    });

    it('has the mentions in view marked before the rest is read', async () => {
      await openWith('');
      const isFirstInView = await page.evaluate(
        (html) =>
          new Promise<boolean>((resolve) => {
            const timer = setInterval(() => {
              const highlights = [...CSS.highlights.values()];
              const marked = highlights.flatMap((highlight) => [...highlight].map((range) => range.startContainer));
              if (marked.length === 0) return;
              clearInterval(timer);
              const boxes = marked.map((node) => node.parentElement?.getBoundingClientRect());
              resolve(boxes.some((box) => box && box.bottom > 0 && box.top < innerHeight));
            }, 0);
            document.body.innerHTML = html;
            scrollTo(0, document.documentElement.scrollHeight);
          }),
        paragraphs(12_000),
      );
      expect(isFirstInView).toBe(true);
    });
  });

  describe('a block that is read in steps', () => {
    const FORM = '国际大科学计划';

    it.each<[string, string]>([
      ['of one text', `<p id="long">${`第几段说到${FORM}。`.repeat(8_000)}</p>`],
      ['of many nodes', `<div id="long">${`<i>第几段</i>说到${FORM}。<br>`.repeat(3_000)}</div>`],
      ['of many blocks', `<div id="long">${`<p>第几段说到${FORM}。</p>`.repeat(5_000)}</div>`],
    ])('%s, has correct marks after changes during reading', async (_what, html) => {
      await openWith(html);
      await page.evaluate(async (form) => {
        for (let i = 0; i < 8; i++) {
          await new Promise(requestAnimationFrame);
          document.querySelector('#long')?.prepend(`新添的${form}，`);
        }
      }, FORM);
      await until('marks of what was added', async () => {
        const marks = await marksOf(page, { inside: '#long' });
        const added = await page.evaluate(
          () =>
            [...CSS.highlights.values()].flatMap((highlight) =>
              [...highlight].filter(({ startContainer }) => startContainer.nodeValue?.startsWith('新添的')),
            ).length,
        );
        return added === 8 && marks.length > 8 && marks.every((mark) => mark === FORM);
      });
    });
  });

  it('marks a long list that changes in every frame, to its end', async () => {
    await openWith(`<div id="list">${paragraphs(8000)}</div>`);
    await page.evaluate(() => {
      const list = document.querySelector('#list');
      const added = document.createElement('p');
      added.textContent = '又添一段，马上拿走。';
      const change = () => {
        if (!list?.isConnected) return;
        if (added.isConnected) added.remove();
        else list.prepend(added);
        requestAnimationFrame(change);
      };
      change();
    });
    await until('marks', async () => (await inView()).marked > 0);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await untilViewIsMarked('at the end');
  });

  it('has correct marks when a block is inserted beside a line, or removed', async () => {
    await openWith('<div id="line">这一行说到国际大科学计划。</div>');
    await untilMarksAre(page, ['国际大科学计划']);
    const change = async (how: 'prepend' | 'append' | 'remove') => {
      await page.evaluate((action) => {
        const line = document.querySelector('#line');
        const added = document.createElement('div');
        added.textContent = '前面添的一段，有科技工作者。';
        if (action === 'remove') line?.querySelector('div')?.remove();
        else line?.[action](added);
      }, how);
    };
    await change('prepend');
    await untilMarksAre(page, ['科技工作者', '国际大科学计划']);
    await change('append');
    await untilMarksAre(page, ['科技工作者', '国际大科学计划', '科技工作者']);
    await change('remove');
    await untilMarksAre(page, ['国际大科学计划', '科技工作者']);
  });

  describe('settings', () => {
    const SECTIONS = `
      <div hidden><p>藏着的科技工作者。</p></div>
      <h2>科技工作者</h2><p>科技工作者与国际大科学计划，又是科技工作者。</p><p>还是国际大科学计划。</p>
      <h2>第二节</h2><p>科技工作者。</p><aside><p>旁栏里的科技工作者。</p></aside><p>这一节已经说过科技工作者。</p>`;

    it('mark every mention, the first in a section, or the first on the page, without a reload', async () => {
      await openWith(SECTIONS);
      const [workers, plan] = ['科技工作者', '国际大科学计划'];
      const every = [workers, workers, workers, plan, workers, plan, workers, workers, workers];
      expect(await untilMarksAre(page, every)).toEqual(every);
      await set({ density: 'section' });
      const bySection = [workers, plan, workers, workers];
      expect(await untilMarksAre(page, bySection)).toEqual(bySection);
      await set({ density: 'page' });
      expect(await untilMarksAre(page, [workers, plan])).toEqual([workers, plan]);
      await page.evaluate(() => document.querySelector('h2')?.remove());
      expect(await untilMarksAre(page, [workers, plan])).toEqual([workers, plan]);
      await page.evaluate(() => document.querySelector('body > p')?.remove());
      expect(await untilMarksAre(page, [plan, workers])).toEqual([plan, workers]);
      await set({ density: 'every' });
      expect(await untilMarksAre(page, [workers, plan, workers, workers, workers])).toHaveLength(5);
    });

    it.each([
      ['invisible', '<nav style="visibility: hidden"><p>科创中国</p></nav>'],
      ['transparent', '<div style="opacity: 0"><p>科创中国</p></div>'],
      ['hidden in a line', '<p>这里<span hidden>科创中国</span></p>'],
      ['half hidden', '<p>这里科创<span hidden>中国</span></p>'],
      ['on two lines', '<p><span style="display: block">科创</span><span>中国</span></p>'],
    ])('count no mention as the first that is %s', async (_how, html) => {
      await set({ density: 'page' });
      await openWith(`${html}<p id="seen">正文里科创中国与国际大科学计划。</p><p>又是科创中国。</p>`);
      const expected = ['科创中国', '国际大科学计划'];
      expect(await untilMarksAre(page, expected, { inside: '#seen' })).toEqual(expected);
      expect(await marksOf(page)).toEqual(expected);
    });

    it('mute an entry, from the start and while the page is open', async () => {
      await set({ 'muted/bundled/st-workers': true, 'muted/bundled/no-such-entry': true }, 1);
      await openWith('<p>科技工作者和国际大科学计划。</p>');
      expect(await untilMarksAre(page, ['国际大科学计划'])).toEqual(['国际大科学计划']);
      await set();
      expect(await untilMarksAre(page, ['科技工作者', '国际大科学计划'])).toEqual(['科技工作者', '国际大科学计划']);
      await set({ 'muted/bundled/big-science': true }, 1);
      expect(await untilMarksAre(page, ['科技工作者'])).toEqual(['科技工作者']);
    });
  });

  describe('an unusual page', () => {
    it('is read if all its text is in the shadow tree of a plain element', async () => {
      await openWith(
        '<div id="host"></div>',
        "host.attachShadow({ mode: 'open' }).innerHTML = '<p>影子里的国际大科学计划。</p>'",
      );
      expect(await untilMarksAre(page, ['国际大科学计划'])).toEqual(['国际大科学计划']);
    });

    it.each([
      ['a hidden part', '<span hidden>（略）</span>', '国际大（略）科学计划'],
      ['a reading', '<ruby>科<rt>kē</rt></ruby>', '国际大科学计划'],
      ['a translated part', '<font class="notranslate">科</font>', '国际大科学计划'],
    ])('is read if all its text has %s inside a term', async (_name, inside, expected) => {
      const rest = inside.includes('科') ? '学计划' : '科学计划';
      await openWith(`<p>国际大${inside}${rest}。</p>`);
      expect(await untilMarksAre(page, [expected])).toEqual([expected]);
    });

    it('is read in a shadow tree that changes, beside text that only seemed to have a term', async () => {
      await openWith(
        '<p>孩子学会了游泳。</p><div id="host"></div>',
        "document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML = '<p>影子</p>'",
      );
      await page.evaluate(() => {
        const text = document.querySelector('#host')?.shadowRoot?.querySelector('p');
        setTimeout(() => text?.append('里的国际大科学计划'), 1500);
      });
      expect(await untilMarksAre(page, ['国际大科学计划'])).toEqual(['国际大科学计划']);
    });

    it('is unmarked in parts that opt out, and marked around them', async () => {
      await openWith(
        '<p translate="no">科技工作者</p><p class="notranslate">科技工作者</p><div contenteditable>科技工作者</div><p>国际大科学计划</p>',
      );
      expect(await untilMarksAre(page, ['国际大科学计划'])).toEqual(['国际大科学计划']);
    });

    it('is read if all its text is in the shadow tree of an element defined later', async () => {
      await openWith('<x-late></x-late>');
      await page.evaluate(() => {
        const define = () =>
          customElements.define(
            'x-late',
            class extends HTMLElement {
              constructor() {
                super();
                this.attachShadow({ mode: 'open' }).innerHTML = '<p>迟来的科创中国。</p>';
              }
            },
          );
        setTimeout(define, 1500);
      });
      expect(await untilMarksAre(page, ['科创中国'])).toEqual(['科创中国']);
    });

    it('is read in a small frame that was rewritten and then grew', async () => {
      const frame = (size: string) => `<iframe ${size} srcdoc="<p>中国科协</p>"></iframe>`;
      await openWith(`${frame('id="small" width="100" height="50"')}${frame('width="400" height="300"')}`);
      const [small, large] = await until('the frames', async () => {
        const frames = page.mainFrame().childFrames();
        return frames.length === 2 && frames;
      });
      // By then the small one is left alone.
      if (large) await untilMarksAre(large, ['中国科协']);
      await page.evaluate(() => {
        const element = document.querySelector<HTMLIFrameElement>('#small');
        const inner = element?.contentDocument;
        inner?.open();
        inner?.write('<p>写下的科创中国。</p>');
        inner?.close();
      });
      await page.evaluate(() => {
        const element = document.querySelector<HTMLIFrameElement>('#small');
        element?.setAttribute('width', '500');
        element?.setAttribute('height', '300');
      });
      expect(small && (await untilMarksAre(small, ['科创中国']))).toEqual(['科创中国']);
    });

    describe('whose text is excluded or included while it is read', () => {
      const TEXT =
        '<div id="editor" contenteditable></div><div id="around"><p id="a">开头中国科协在此。</p></div><p>科创中国。</p>';
      const BEFORE = ['中国科协', '科创中国'];
      const AFTER = ['科创中国'];
      /** What a page does to the paragraph before its text changes. */
      const CLOSED: [string, string][] = [
        ['the paragraph is edited', "a.contentEditable = 'true'"],
        ['what is around it is edited', "around.contentEditable = 'plaintext-only'"],
        ['the paragraph is not to be translated', 'a.translate = false'],
        ['the paragraph is moved into an editor', 'editor.append(a)'],
        ['what is around it is moved into an editor', 'editor.append(around)'],
        [
          'it is put back as an editor',
          "const taken = a; taken.remove(); taken.contentEditable = 'true'; around.append(taken)",
        ],
        ['the page is edited', "document.designMode = 'on'"],
        ['the page’s body is edited', "document.body.contentEditable = 'true'"],
      ];

      it.each(CLOSED)('has no mark on wrong characters if %s', async (_what, act) => {
        await openWith(TEXT);
        expect(await untilMarksAre(page, BEFORE)).toEqual(BEFORE);
        const isWhole = /body|designMode/.test(act);
        const expected = isWhole ? [] : AFTER;
        await page.evaluate(`${act}; a.firstChild.insertData(0, '新写的字');`);
        expect(await untilMarksAre(page, expected)).toEqual(expected);
        await page.evaluate(`if (${isWhole}) { document.designMode = 'off'; document.body.contentEditable = 'inherit'; }
          document.body.append(a, '。'); a.removeAttribute('contenteditable'); a.removeAttribute('translate');`);
        const again = ['科创中国', '中国科协'];
        expect(await untilMarksAre(page, again)).toEqual(again);
      });

      it('adds and removes marks with the attribute, also on a part of a line', async () => {
        await openWith(`${TEXT}<p id="line">说<span id="part">国际大科学计划</span>和科创中国。</p>`);
        const all = [...BEFORE, '国际大科学计划', '科创中国'];
        expect(await untilMarksAre(page, all)).toEqual(all);
        await page.evaluate("a.contentEditable = 'true'; part.translate = false");
        expect(await untilMarksAre(page, ['科创中国', '科创中国'])).toEqual(['科创中国', '科创中国']);
        await page.evaluate("a.contentEditable = 'false'; part.translate = true");
        expect(await untilMarksAre(page, all)).toEqual(all);
      });

      it('follows a class when the text changes', async () => {
        await openWith('<p id="a">说到中国科协<i id="part">和科创中国</i>。</p><p id="b">科创中国</p>');
        expect(await untilMarksAre(page, ['中国科协', '科创中国', '科创中国'])).toEqual([
          '中国科协',
          '科创中国',
          '科创中国',
        ]);
        await page.evaluate(
          "part.className = b.className = 'notranslate'; part.firstChild.insertData(0, '字'); b.firstChild.insertData(0, '字')",
        );
        expect(await untilMarksAre(page, ['中国科协'])).toEqual(['中国科协']);
      });

      it('marks nothing in an element that was excluded before it was read', async () => {
        await openWith(`<div id="list">${paragraphs(6000)}</div><p>科创中国。</p>`);
        await until('the first marks', async () => (await marksOf(page)).length > 0);
        await page.evaluate("list.contentEditable = 'true'");
        expect(await untilMarksAre(page, AFTER)).toEqual(AFTER);
      });

      it('excludes and includes shadow trees with their surroundings', async () => {
        await openWith(
          '<div id="a"><div id="host"></div></div><p>科创中国。</p>',
          "host.attachShadow({ mode: 'open' }).innerHTML = '<p>影子里的国际大科学计划。</p>'",
        );
        const all = ['国际大科学计划', '科创中国'];
        expect(await untilMarksAre(page, all)).toEqual(all);
        await page.evaluate(
          "a.contentEditable = 'true'; host.shadowRoot.querySelector('p').firstChild.insertData(0, '字')",
        );
        expect(await untilMarksAre(page, AFTER)).toEqual(AFTER);
        await page.evaluate("a.contentEditable = 'false'");
        expect(await untilMarksAre(page, all)).toEqual(all);
      });
    });

    it('has no mention marked across elements that are not one line on the screen', async () => {
      await openWith(
        `<nav><a style="display: block">说国际大</a><a style="display: block">科学计划</a></nav>
        <nav style="display: flex"><a>科协</a><a>十大</a></nav><p>科创中国</p>`,
      );
      // As one line it would be “科协十大”; as two it is what the first one says.
      expect(await untilMarksAre(page, ['科协', '科创中国'])).toEqual(['科协', '科创中国']);
    });

    it('has a mention marked when the rest of it is shown, after a press', async () => {
      await openWith('<p>这是中国<span hidden>科协办的事</span>，有科创中国</p>');
      // The hidden part is read apart from its line.
      const seen = { isVisible: true };
      expect(await untilMarksAre(page, ['科创中国'], seen)).toEqual(['科创中国']);
      await page.evaluate(() => document.querySelector('span')?.removeAttribute('hidden'));
      await page.mouse.click(500, 500);
      expect(await untilMarksAre(page, ['中国科协', '科创中国'])).toEqual(['中国科协', '科创中国']);
    });

    it('has correct marks around CDATA sections of XHTML', async () => {
      const body = `<html xmlns="http://www.w3.org/1999/xhtml"><body>
        <p>甲乙<![CDATA[丙丁戊]]>就是中国科协了不起</p></body></html>`;
      await page.goto(server.put('raw.xhtml', { body, type: 'application/xhtml+xml' }));
      expect(await untilMarksAre(page, ['中国科协'])).toEqual(['中国科协']);
    });

    it('has no mention marked across two slots', async () => {
      await openWith(
        '<div id="host"><span slot="a">说中国</span><span slot="b">科协好</span></div>科创中国',
        `host.attachShadow({ mode: 'open' }).innerHTML =
          '<div><slot name="b"></slot></div><div><slot name="a"></slot></div>'`,
      );
      expect(await untilMarksAre(page, ['科协', '科创中国'])).toEqual(['科协', '科创中国']);
    });

    it.each<[string, (name: string) => void]>([
      ['empties', (name) => CSS.highlights.get(name)?.clear()],
      ['replaces', (name) => void CSS.highlights.set(name, new Highlight())],
    ])('has its marks again after it %s the highlight', async (_what, spoil) => {
      await openWith('<p>这里说到科创中国。</p>');
      await untilMarksAre(page, ['科创中国']);
      const kept = () =>
        page.evaluate(() => {
          const [highlight] = CSS.highlights.values();
          const { before } = window as { before?: Highlight };
          Object.assign(window, { before: highlight });
          return before === highlight;
        });
      await until('the highlight to stay the same', kept);
      await page.evaluate(() => document.body.append('又一行，没有别的。'));
      expect(await kept()).toBe(true);
      const name = await page.evaluate(() => [...CSS.highlights.keys()][0] ?? '');
      await page.evaluate(spoil, name);
      await page.evaluate(() => document.body.append('再一行。'));
      expect(await untilMarksAre(page, ['科创中国'])).toEqual(['科创中国']);
    });

    it('has its marks styled in a shadow tree whose style sheets it replaced', async () => {
      await openWith(
        '<div id="host"></div>',
        "host.attachShadow({ mode: 'open' }).innerHTML = '<p>影子里的科创中国。</p>'",
      );
      await untilMarksAre(page, ['科创中国']);
      await page.evaluate(() => {
        const root = document.querySelector('#host')?.shadowRoot;
        if (root) root.adoptedStyleSheets = [new CSSStyleSheet()];
      });
      await page.mouse.click(500, 500);
      await until('the style of marks', () =>
        page.evaluate(() => {
          const [name] = CSS.highlights.keys();
          const text = document.querySelector('#host')?.shadowRoot?.querySelector('p');
          return text && getComputedStyle(text, `::highlight(${name})`).textDecorationLine !== 'none';
        }),
      );
    });

    it('releases elements that the page removed', async () => {
      await openWith(`<main>${paragraphs(200)}</main>`);
      await until('all marks', async () => (await marksOf(page)).length === 200);
      await page.evaluate(() => {
        const texts = [...document.querySelectorAll('main p')].map((element) => new WeakRef(element));
        Object.assign(window, { thrownAway: texts });
        document.querySelector('main')?.replaceChildren('空了，只有科创中国。');
      });
      expect(await untilMarksAre(page, ['科创中国'])).toEqual(['科创中国']);
      if (driver.name === 'firefox') return; // Its garbage collector cannot be called.
      const devtools = await page.createCDPSession();
      await until('the garbage to be collected', async () => {
        await devtools.send('HeapProfiler.collectGarbage');
        return page.evaluate(() => {
          const { thrownAway } = window as unknown as { thrownAway: WeakRef<Element>[] }; // Put there above.
          return thrownAway.every((reference) => reference.deref() === undefined);
        });
      });
      await devtools.detach();
    });
  });
}
