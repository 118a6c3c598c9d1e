/** Which text of unusual pages is read, described once and run in each browser. */
import { describe, expect, it } from 'vitest';
import { untilMarksAre } from '../../../tools/browser/marks';
import type { Stage } from '../harness/stage';

const page = (body: string) =>
  `<!doctype html><meta charset="utf-8"><style>body { font: 24px/2 sans-serif }</style>${body}<p id="last">中国科协</p>`;
const LAST = '中国科协';

export function describeReading(stage: Stage): void {
  /** The marks of a page before its last paragraph, which is marked after all others are decided. */
  async function marksIn(body: string, expected: readonly string[]): Promise<string[]> {
    const tab = await stage.openSource(page(body));
    return (await untilMarksAre(tab, [...expected, LAST])).slice(0, -1);
  }

  describe('plain text', () => {
    it('is read in a document that is nothing else', async () => {
      const body = `通知\n\n各单位：${'科创中国'}由\n中国科协发起。`;
      const address = stage.server.put('notice.txt', { body, type: 'text/plain; charset=utf-8' });
      const tab = await stage.open(address);
      expect(await untilMarksAre(tab, ['科创中国', '中国科协'])).toEqual(['科创中国', '中国科协']);
    });

    it.each([
      ['verse', '<pre>科创中国，\n  万里东风。</pre>'],
      ['a notice', '<pre>关于举办全国科普日活动的通知\n各单位：\n    现将科创中国有关事项通知如下。</pre>'],
      ['a letter', '<pre>From: 张三\nSubject: 科创中国\n\n你好！\n> 昨天说到科创中国。\n--\n张三</pre>'],
    ])('is read where it is preformatted: %s', async (what, body) => {
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
    ])('is not read where it is code: %s', async (_what, body) => {
      expect(await marksIn(body, [])).toEqual([]);
    });
  });
}
