/** Tests that encodings are guessed, and that text that comes in pieces is decoded as if it were whole. */
import { describe, expect, it } from 'vitest';
import { sourceOfBytes } from '../../../glossary/exchange/byte-source';
import type { Encoding } from '../../../glossary/exchange/contract';
import { decodeSource, guessEncoding } from '../../../glossary/exchange/encoding';
import { encode } from './encode';
import { read } from './packs';

const SIMPLIFIED = '术语,定义\n科学,关于自然、社会和思维的知识体系\n信息技术,管理和处理信息所采用的各种技术的总称\n';
const TRADITIONAL = '術語,定義\n科學,關於自然、社會和思維的知識體系\n資訊科技,管理和處理資訊所採用的各種技術的總稱\n';

describe('the guess', () => {
  it.each<[Encoding, string]>([
    ['utf-8', SIMPLIFIED],
    ['gb18030', SIMPLIFIED],
    ['gb18030', TRADITIONAL],
    ['big5', TRADITIONAL],
    ['utf-16le', SIMPLIFIED],
    ['utf-16be', SIMPLIFIED],
  ])('is %s for text in it', async (encoding, text) => {
    const bytes = encode(text, encoding);
    expect(guessEncoding(bytes, true)).toBe(encoding);
    expect((await read(bytes)).pack.terms).toHaveLength(2);
  });

  it.each<[Encoding, string]>([
    ['big5', '社會,society\n經濟,economy\n法律,law\n'],
    ['gb18030', '社会,society\n经济,economy\n法律,law\n'],
    ['gb18030', '蛋白质\n线粒体\n核糖体\n叶绿素\n'],
    ['big5', '蛋白質\n粒線體\n核醣體\n葉綠素\n'],
  ])('is %s for a short list: %s', (encoding, text) => {
    expect(guessEncoding(encode(text, encoding), true)).toBe(encoding);
  });

  it('is UTF-8 if the sample ends within a character', () => {
    expect(guessEncoding(encode('科', 'utf-8').subarray(0, 2), false)).toBe('utf-8');
  });

  it('is replaced by the reader’s choice', async () => {
    const bytes = encode('Größe,size of a thing\n', 'windows-1252');
    expect((await read(bytes, { encoding: 'windows-1252' })).pack.terms).toMatchObject([{ headword: 'Größe' }]);
  });
});

describe('pieces', () => {
  it.each<Encoding>(['utf-8', 'gb18030', 'utf-16le'])(
    'of %s are joined within characters and line ends',
    async (encoding) => {
      const text = '\r\n科学𠀀'.repeat(60_000);
      const bytes = encode(text, encoding);
      let decoded = '';
      for await (const piece of decodeSource(sourceOfBytes('', bytes), encoding)) decoded += piece;
      expect(decoded).toBe(text.replaceAll('\r\n', '\n'));
    },
  );
});
