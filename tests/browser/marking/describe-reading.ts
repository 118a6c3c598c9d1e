/** Which text of unusual pages is read, described once and run in each browser. */
import { describe, expect, it } from 'vitest';
import { untilMarksAre } from '../../../tools/browser/marks';
import { untilAccepted } from '../../../tools/browser/wait';
import type { BrowserFixture } from '../harness/browser-fixture';

const page = (body: string) =>
  `<!doctype html><meta charset="utf-8"><style>body { font: 24px/2 sans-serif }</style>${body}<p id="last">中国科协</p>`;
const LAST = '中国科协';

/** The part of the extension API used here. */
interface ExtensionGlobal {
  browser?: {
    tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> };
    action: { getBadgeText(of: { tabId: number }): Promise<string> };
  };
  chrome?: ExtensionGlobal['browser'];
}

/** Tests which text is marked. */
export function describeReading(fixture: BrowserFixture): void {
  /** The marks of a page before its last paragraph, which is marked after all others are decided. */
  async function marksIn(body: string, expected: readonly string[]): Promise<string[]> {
    const tab = await fixture.showSource(page(body));
    return (await untilMarksAre(tab, [...expected, LAST])).slice(0, -1);
  }

  describe('plain text', () => {
    it('is read in a plain-text document', async () => {
      const body = `通知\n\n各单位：${'科创中国'}由\n中国科协发起。`;
      const address = fixture.server.put('notice.txt', { body, type: 'text/plain; charset=utf-8' });
      const tab = await fixture.open(address);
      expect(await untilMarksAre(tab, ['科创中国', '中国科协'])).toEqual(['科创中国', '中国科协']);
    });

    it.each([
      ['verse', '<pre>科创中国，\n  万里东风。</pre>'],
      ['a notice', '<pre>关于举办全国科普日活动的通知\n各单位：\n    现将科创中国有关事项通知如下。</pre>'],
      ['a letter', '<pre>From: 张三\nSubject: 科创中国\n\n你好！\n> 昨天说到科创中国。\n--\n张三</pre>'],
    ])('is read if it is preformatted: %s', async (what, body) => {
      const expected = {
        verse: ['科创中国'],
        'a notice': ['全国科普日', '科创中国'],
        'a letter': ['科创中国', '科创中国'],
      }[what];
      expect(await marksIn(body, expected ?? [])).toEqual(expected);
    });

    it.each([
      ['in a code element', '<pre><code>let 科创中国 = 1;</code></pre>'],
      ['of a known highlighter', '<div class="highlight"><pre>科创中国</pre></div>'],
      ['of a language', '<pre class="language-python">科创中国</pre>'],
      ['by its lines', '<pre>// 科创中国\nfunction open() {\n  return "科创中国";\n}</pre>'],
      ['of settings', '<pre>{\n  "name": "科创中国",\n  "size": 3\n}</pre>'],
      ['of markup', '<pre>&lt;p&gt;\n  科创中国\n&lt;/p&gt;</pre>'],
    ])('is not read if it is code: %s', async (_what, body) => {
      expect(await marksIn(body, [])).toEqual([]);
    });
  });

  describe('an opt-out of translation', () => {
    it.each([
      [
        'of the root of an application',
        '',
        '<div id="app" class="notranslate" translate="no"><main><p>科创中国。</p></main></div>',
      ],
      [
        'of a root beside a small bar',
        '',
        `<div>接受</div><div translate="no"><p>${'很长的正文。'.repeat(20)}科创中国。</p></div>`,
      ],
      [
        'of a root deeper in',
        '',
        '<div><div><main translate="no"><p>科创中国。</p></main></div></div><script>0</script><noscript>请打开脚本</noscript>',
      ],
    ])('%s does not apply to glossaries', async (_what, _none, body) => {
      const tab = await fixture.openSource(`<!doctype html><meta charset="utf-8">${body}`);
      expect(await untilMarksAre(tab, ['科创中国'])).toEqual(['科创中国']);
    });

    it('of a root that is filled later does not apply to glossaries', async () => {
      const tab = await fixture.openSource('<!doctype html><meta charset="utf-8"><div id="app" translate="no"></div>');
      await tab.evaluate(() => {
        const app = document.querySelector('#app');
        if (app) app.innerHTML = '<p>科创中国。</p>';
      });
      expect(await untilMarksAre(tab, ['科创中国'])).toEqual(['科创中国']);
    });

    it.each([
      [
        'with a class of its own',
        '<p>The association.<font class="notranslate immersive-target-wrapper"><br><font class="notranslate">科创中国。</font></font></p>',
      ],
      [
        'in an element of its own',
        '<p>The association. <x-translator class="notranslate" lang="zh">科创中国。</x-translator></p>',
      ],
      [
        'named in a class',
        '<p>The association.<span class="notranslate frog-translated-content">科创中国。</span></p>',
      ],
      [
        'named in an attribute',
        '<p>The association.<span class="notranslate" data-page-translation="1">科创中国。</span></p>',
      ],
    ])('of a translation %s does not apply to glossaries', async (_what, body) => {
      expect(await marksIn(body, ['科创中国'])).toEqual(['科创中国']);
    });

    it.each([
      ['a paragraph', '<p class="notranslate">科创中国</p>'],
      ['a name', '<p>品牌<span class="notranslate">科创中国</span></p>'],
      ['a part that says so twice', '<p>品牌<span class="notranslate no-translate">科创中国</span></p>'],
      ['a box beside others', '<div translate="no">科创中国的盒子</div><div>别的盒子，有别的话。</div>'],
      ['glossaries too', '<div class="noglossary notranslate">科创中国</div>'],
    ])('of %s applies to glossaries', async (_what, body) => {
      expect(await marksIn(body, [])).toEqual([]);
    });

    it('of a read-only view does not apply to glossaries, until the view is editable', async () => {
      const tab = await fixture.openSource(
        page('<div><div id="view" contenteditable="false" translate="no"><p>科创中国。</p></div></div>'),
      );
      expect(await untilMarksAre(tab, ['科创中国', LAST])).toEqual(['科创中国', LAST]);
      await tab.evaluate(() => document.querySelector('#view')?.setAttribute('contenteditable', 'true'));
      expect(await untilMarksAre(tab, [LAST])).toEqual([LAST]);
      await tab.evaluate(() => document.querySelector('#view')?.setAttribute('contenteditable', 'false'));
      expect(await untilMarksAre(tab, ['科创中国', LAST])).toEqual(['科创中国', LAST]);
    });
  });

  it.each([
    [
      'with a class of its own',
      '<div class="monaco-editor"><div class="view-lines"><div class="view-line"><span>// 科创中国</span></div></div></div>',
    ],
    [
      'that only shows code',
      '<div class="cm-editor"><div class="cm-content" contenteditable="false" translate="no"><div class="cm-line">科创中国</div></div></div>',
    ],
    ['with a role', '<div role="code"><div>科创中国</div></div>'],
    ['in a table of lines', '<table><tr><td class="blob-code">let 科创中国 = 1;</td></tr></table>'],
    ['of another make', '<div class="my-code-editor"><div>科创中国</div></div>'],
  ])('does not read a code editor, %s', async (_what, body) => {
    expect(await marksIn(body, [])).toEqual([]);
  });

  it.each([
    ['clipped to a point', 'position: absolute; width: 1px; height: 1px; overflow: hidden'],
    ['clipped by a path', 'position: absolute; clip-path: inset(50%)'],
    ['far off the page', 'position: absolute; left: -9999px'],
    ['indented away', 'text-indent: -9999px'],
  ])('does not mark text for screen readers only, %s', async (_what, style) => {
    expect(await marksIn(`<div aria-live="polite" style="${style}"><p>科创中国</p></div>`, [])).toEqual([]);
  });

  it('marks text for screen readers only once it is shown', async () => {
    const tab = await fixture.openSource(
      page(
        '<style>#skip:not(:focus-within) { position: absolute; left: -9999px }</style><div id="skip"><a href="#x">科创中国</a></div>',
      ),
    );
    await untilMarksAre(tab, [LAST]);
    await tab.evaluate(() => document.querySelector('a')?.focus());
    expect(await untilMarksAre(tab, ['科创中国', LAST])).toEqual(['科创中国', LAST]);
  });

  describe('text that looks like one word', () => {
    const letters = (tag: string) =>
      [...'科创中国']
        .map((letter) => `<${tag} style="display: inline-block; position: relative">${letter}</${tag}>`)
        .join('');

    it.each<[string, string, string?]>([
      ['letters in boxes', `<h2>说到${letters('span')}。</h2>`],
      ['letters in boxes of blocks', `<h2 id="h"><div>${letters('div')}</div></h2>`],
      [
        'letters in boxes with rows of their own',
        `<h2>${letters('span').replaceAll('inline-block', 'inline-flex')}</h2>`,
      ],
      ['letters in a row', `<h2 style="display: flex">${letters('span').replaceAll('display: inline-block', '')}</h2>`],
      ['letters with spaces between them', `<h2>${letters('span').replaceAll('</span>', '</span>\n')}</h2>`],
      ['a word with a hidden part', '<p>科创<span hidden>（略）</span>中国</p>', '科创（略）中国'],
      [
        'a word with a part for screen readers',
        '<style>.sr-only { position: absolute; clip-path: inset(50%) }</style><p>科创<span class="sr-only">，</span>中国</p>',
        '科创，中国',
      ],
      [
        'a word with a part far off',
        '<p>科创<span style="position: absolute; left: -9999px">，</span>中国</p>',
        '科创，中国',
      ],
      [
        'pieces placed side by side',
        '<style>.piece { position: absolute; top: 40px; white-space: pre }</style><div style="position: relative; height: 120px"><span class="piece" style="left: 0">科创</span><span class="piece" style="left: 48px">中国</span></div>',
      ],
    ])('is marked: %s', async (_what, body, marked = '科创中国') => {
      expect(await marksIn(body, [marked])).toEqual([marked]);
    });

    it.each([
      [
        'boxes far from each other',
        '<p><span style="display: inline-block; width: 200px">国际大</span><span style="display: inline-block">科学计划</span></p>',
      ],
      [
        'items of a row far from each other',
        '<nav style="display: flex; gap: 1em"><a href="#a">国际大</a><a href="#b">科学计划</a></nav>',
      ],
      [
        'items below each other',
        '<nav style="display: flex; flex-direction: column"><a href="#a">国际大</a><a href="#b">科学计划</a></nav>',
      ],
      [
        'boxes above each other',
        '<p style="width: 1em">国际大<span style="display: inline-block; width: 100%">科学计划</span></p>',
      ],
      [
        'pieces on two lines',
        '<style>.piece { position: absolute }</style><div style="position: relative; height: 160px"><span class="piece" style="left: 0; top: 0">国际大</span><span class="piece" style="left: 0; top: 80px">科学计划</span></div>',
      ],
    ])('is not marked: %s', async (_what, body) => {
      expect(await marksIn(body, [])).toEqual([]);
    });

    it('is marked as the longer term if its pieces are in one line', async () => {
      const style = '<style>span { position: absolute; top: 40px; color: transparent; white-space: pre }</style>';
      const body = `${style}<div style="position: relative; height: 120px"><span style="left: 0">看科协</span><span style="left: 72px">十大</span><br></div>`;
      expect(await marksIn(body, ['科协十大'])).toEqual(['科协十大']);
    });

    it('is marked when its hidden part is shown, and when it is hidden again', async () => {
      const tab = await fixture.openSource(page('<p>科创<span id="part" hidden>（略）</span>中国</p>'));
      // The text of the mark as a range has it.
      const whole = '科创（略）中国';
      expect(await untilMarksAre(tab, [whole, LAST])).toEqual([whole, LAST]);
      await tab.evaluate(() => document.querySelector('#part')?.removeAttribute('hidden'));
      expect(await untilMarksAre(tab, [LAST])).toEqual([LAST]);
      await tab.evaluate(() => document.querySelector('#part')?.setAttribute('hidden', ''));
      expect(await untilMarksAre(tab, [whole, LAST])).toEqual([whole, LAST]);
    });
  });

  it('counts no term that is hidden, until it is shown', async () => {
    const tab = await fixture.openSource(
      page(`<style>.gone { display: none } .faint { opacity: 0 } .unseen { visibility: hidden }
        .point { position: absolute; clip-path: inset(50%) }</style>
      <p>正文<span hidden>科创中国</span>，<span class="gone">“科普中国”</span>，<span class="faint">全国科普日</span>。</p>
      <p>正文<span class="unseen">科技工作者</span>，<span class="point">科协十大</span>，<i style="font-size: 0">智汇中国</i>。</p>
      <div id="folded" class="gone"><p>科学家精神</p></div>`),
    );
    const numberOnButton = () =>
      fixture.extensionPage.evaluate(async (url) => {
        const { browser, chrome } = globalThis as ExtensionGlobal; // An extension page has one of them.
        const api = browser ?? chrome;
        const tab = (await api?.tabs.query({}))?.find((found) => found.url === url);
        return tab?.id === undefined ? '' : api?.action.getBadgeText({ tabId: tab.id });
      }, tab.url());
    await untilAccepted('the number', numberOnButton, (number) => number === '1');
    await tab.evaluate(() => {
      document.addEventListener('click', () => document.querySelector('#folded')?.removeAttribute('class'));
    });
    await tab.mouse.click(5, 5);
    await untilAccepted('the number with what is shown', numberOnButton, (number) => number === '2');
  });
}
