/** Owns pages that are too much: of text, or of frames. */
import { describe, expect, it } from 'vitest';
import { marksOf, untilMarksAre } from '../../../tools/browser/marks';
import { until, within } from '../../../tools/browser/wait';
import { dose, report } from '../harness/dose';
import type { Stage } from '../harness/stage';

/** Longer than any frame that is there takes to answer, in ms. */
const FRAME_MS = 3000;

/** Ten characters a node; a mention in every hundredth. */
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

/** A frame of another site says its marks itself when it is asked: the driver now and then never gets an answer from one. */
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

export function describeCrowds(stage: Stage): void {
  describe('a page of too much text', () => {
    const nodes = dose(8000, 100_000);
    it(`is marked where one looks, in ${nodes} text nodes`, async () => {
      const begin = performance.now();
      const page = await stage.openSource(giantPage(nodes));
      await until('marks at its head', async () => (await marksInView(page)).includes('科创中国'));
      report('a giant page, from navigation to marks in view', `${Math.round(performance.now() - begin)} ms`);
      await page.evaluate(() => document.getElementById('end')?.scrollIntoView());
      await until('marks at its end', async () => (await marksInView(page)).includes('全国科普日'));
      const registered = await page.evaluate(() =>
        [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0),
      );
      expect(registered).toBeLessThanOrEqual(300);
    });

    it('is left in the middle of the work without a word', async () => {
      const page = await stage.openSource(giantPage(nodes));
      await page.goto(stage.server.put('small.html', '<!doctype html><meta charset="utf-8"><p>换到科创中国。</p>'));
      expect(await untilMarksAre(page, ['科创中国'])).toEqual(['科创中国']);
    });
  });

  describe('a page of too many frames', () => {
    const count = dose(15, 200);
    const depth = dose(8, 30);
    it(`is marked itself, with ${count} frames of its site, ${count} of another, and ${depth} in each other`, async () => {
      const far = `${stage.server.otherSite}/far.html`;
      stage.server.put('far.html', `<!doctype html><meta charset="utf-8">${TELLS}<p>别处的科创中国。</p>`);
      for (let level = 0; level <= depth; level++) {
        const inner = level < depth ? `<iframe width="600" height="300" src="nest-${level + 1}.html"></iframe>` : '';
        stage.server.put(
          `nest-${level}.html`,
          `<!doctype html><meta charset="utf-8"><p>第${level}层的科创中国。</p>${inner}`,
        );
      }
      const page =
        await stage.openSource(`<!doctype html><meta charset="utf-8"><title>框</title>${ASKS}<p>中国科协在最外面。</p>
        ${framed('广告：科创中国', 'width="180" height="150" name="ad"').repeat(5)}
        ${framed('同站的科创中国。').repeat(count)}
        ${`<iframe class="far" width="320" height="120" src="${far}"></iframe>`.repeat(count)}
        <iframe width="640" height="400" src="nest-0.html"></iframe>`);
      expect(await untilMarksAre(page, ['中国科协'])).toEqual(['中国科协']);
      // Asked while it is still on its way, a frame never answers.
      await until('all frames', () => page.evaluate(() => document.readyState === 'complete'), 60_000);
      // Firefox loads no more than ten in each other.
      const levels = page.frames().filter((frame) => frame.url().includes('/nest-')).length;
      expect(levels).toBeGreaterThanOrEqual(Math.min(depth, 8) + 1);
      const wanted = 2 * count + levels;
      const marked = async () => {
        const each = await Promise.all(
          page
            .frames()
            .slice(1)
            .filter((frame) => !frame.url().startsWith(stage.server.otherSite))
            .map(async (frame) => {
              const read = Promise.all([frame.evaluate(() => window.name), marksOf(frame)]);
              const [name, marks] = await within(
                read.catch(() => ['', []] as [string, string[]]),
                FRAME_MS,
                ['', []],
              );
              return [name, marks.join()];
            }),
        );
        const told = (await page.evaluate('askFar()')) as string[]; // What the page's own function gives.
        return {
          right:
            told.filter((marks) => marks === '科创中国').length +
            each.filter(([name, marks]) => name !== 'ad' && marks === '科创中国').length,
          ads: each.filter(([name, marks]) => name === 'ad' && marks !== '').length,
        };
      };
      await until('marks in every frame', async () => (await marked()).right === wanted, 60_000).catch(() => null);
      expect(await marked()).toEqual({ right: wanted, ads: 0 });
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
