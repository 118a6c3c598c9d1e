/** Pages with very much text or very many frames. */
import { describe, expect, it } from 'vitest';
import { type marksOf, untilMarksAre } from '../../../tools/browser/marks';
import { until, untilAccepted } from '../../../tools/browser/wait';
import { amount, report } from '../../long-runs';
import type { BrowserFixture } from '../harness/browser-fixture';
import { type FrameMarks, framedMarks } from '../harness/framed-pages';

/** Ten characters in each node, a mention in every hundredth. */
function giantPage(nodes: number): string {
  return `<!doctype html><meta charset="utf-8"><title>巨页</title><p>开头说到科创中国。</p><main></main><p id="end">末尾说到全国科普日。</p>
<script>
  const parts = [];
  for (let i = 0; i < ${nodes}; i += 2)
    parts.push('<p>这是寻常文字而已，<b>' + (i % 100 === 0 ? '中国科协的第' + i + '处' : '没有什么要解释的') + '</b></p>');
  document.querySelector('main').innerHTML = parts.join('');
</script>`;
}

const framed = (text: string, size = 'width="320" height="120"') =>
  `<iframe ${size} srcdoc="&lt;!doctype html&gt;&lt;meta charset=utf-8&gt;&lt;p&gt;${text}"></iframe>`;

/** A frame of another site reports its marks by messages, because the driver sometimes gets no answer from one. */
const TELLS = `<script>
  addEventListener('message', ({ source }) => {
    const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
    const textOf = ({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset);
    source.postMessage(ranges.map(textOf).join(), '*');
  });
</script>`;
const ASKS = `<script>
  const ask = (frame) => new Promise((resolve) => {
    const onAnswer = ({ source, data }) => {
      if (source !== frame.contentWindow) return;
      removeEventListener('message', onAnswer);
      resolve(data);
    };
    addEventListener('message', onAnswer);
    frame.contentWindow.postMessage('', '*');
  });
  const askFar = () => Promise.all([...document.querySelectorAll('.far')].map(ask));
</script>`;

/** Registers the tests. */
export function describeLargePages(fixture: BrowserFixture): void {
  describe('a page with very much text', () => {
    const nodes = amount(8000, 100_000);
    it(`has marks in view, at the start and at the end, with ${nodes} text nodes`, async () => {
      const begin = performance.now();
      const page = await fixture.openSource(giantPage(nodes));
      await until('marks at its head', async () => (await marksInView(page)).includes('科创中国'));
      report('a giant page, from navigation to marks in view', `${Math.round(performance.now() - begin)} ms`);
      await page.evaluate(() => document.getElementById('end')?.scrollIntoView());
      await until('marks at its end', async () => (await marksInView(page)).includes('全国科普日'));
      const registered = await page.evaluate(() =>
        [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0),
      );
      expect(registered).toBeLessThanOrEqual(300);
    });

    it('can be left while it is read, without an error', async () => {
      const page = await fixture.openSource(giantPage(nodes));
      await page.goto(fixture.server.put('small.html', '<!doctype html><meta charset="utf-8"><p>换到科创中国。</p>'));
      expect(await untilMarksAre(page, ['科创中国'])).toEqual(['科创中国']);
    });
  });

  describe('a page with very many frames', () => {
    const count = amount(15, 200);
    const depth = amount(8, 30);
    it(`is marked with all ${count} frames of its site, ${count} of another, and ${depth} nested ones`, async () => {
      const far = `${fixture.server.otherSite}/far.html`;
      fixture.server.put('far.html', `<!doctype html><meta charset="utf-8">${TELLS}<p>别处的科创中国。</p>`);
      for (let level = 0; level <= depth; level++) {
        const inner = level < depth ? `<iframe width="600" height="300" src="nest-${level + 1}.html"></iframe>` : '';
        fixture.server.put(
          `nest-${level}.html`,
          `<!doctype html><meta charset="utf-8"><p>第${level}层的科创中国。</p>${inner}`,
        );
      }
      const page =
        await fixture.openSource(`<!doctype html><meta charset="utf-8"><title>框</title>${ASKS}<p>中国科协在最外面。</p>
        ${framed('广告：科创中国', 'width="180" height="150" name="ad"').repeat(5)}
        ${framed('同站的科创中国。').repeat(count)}
        ${`<iframe class="far" width="320" height="120" src="${far}"></iframe>`.repeat(count)}
        <iframe width="640" height="400" src="nest-0.html"></iframe>`);
      expect(await untilMarksAre(page, ['中国科协'])).toEqual(['中国科协']);
      // A frame that is loading never answers.
      await until('all frames', () => page.evaluate(() => document.readyState === 'complete'), 60_000);
      const isRight = ({ name, marks }: FrameMarks) => marks.join() === (name === 'ad' ? '' : '科创中国');
      const read = async () => {
        const told = (await page.evaluate('askFar()')) as string[]; // The result of the page's function.
        const inside = await framedMarks(page);
        const far = told.map((marks): FrameMarks => ({ name: 'far', marks: [marks] }));
        return { count: told.length + inside.length, wrong: [...inside, ...far].filter((frame) => !isRight(frame)) };
      };
      // Firefox loads at most ten nested frames.
      const least = 5 + 2 * count + Math.min(depth, 8) + 1;
      await untilAccepted('marks in every frame', read, ({ wrong }) => wrong.length === 0, 60_000);
      const { count: frames, wrong } = await read();
      expect(wrong).toEqual([]);
      expect(frames).toBeGreaterThanOrEqual(least);
    });
  });
}

function marksInView(page: Parameters<typeof marksOf>[0]): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    for (const [, highlight] of CSS.highlights) {
      for (const { startContainer, startOffset, endOffset } of highlight) {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(startContainer, endOffset);
        const { top, bottom } = range.getBoundingClientRect();
        if (bottom > 0 && top < innerHeight) texts.push(range.toString());
      }
    }
    return texts;
  });
}
