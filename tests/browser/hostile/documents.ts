/** Documents other than ordinary HTML pages: each is either marked completely or left alone. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { readCard } from '../../../tools/browser/card';
import { marksOf, untilMarksAre } from '../../../tools/browser/marks';
import type { Served } from '../../../tools/browser/server';
import { until } from '../../../tools/browser/wait';
import { amount } from '../../long-runs';
import type { BrowserFixture } from '../harness/browser-fixture';

const TEXT = '<p id="text">科创中国由中国科协发起。</p>';
const MARKS = ['科创中国', '中国科协'];
const HTML = `<!doctype html><meta charset="utf-8"><title>文</title>${TEXT}`;
const XHTML = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>文</title></head><body>${TEXT}</body></html>`;
const STRICT =
  "default-src 'none'; img-src 'self'; style-src 'none'; script-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; report-uri /csp-report";
/** The smallest file that PDF viewers accept. */
const PDF =
  '%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>';

const withHeaders = (headers: Record<string, string>): Served => ({ body: HTML, headers });

/** Documents that are marked. */
const READ: [string, Served][] = [
  ['a strict policy and trusted types', withHeaders({ 'content-security-policy': STRICT })],
  ['a sandbox by its policy', withHeaders({ 'content-security-policy': 'sandbox' })],
  ['a sandbox with scripts', withHeaders({ 'content-security-policy': 'sandbox allow-scripts' })],
  [
    'isolation from other origins',
    withHeaders({ 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' }),
  ],
  [
    'no permissions',
    withHeaders({ 'permissions-policy': 'clipboard-read=(), fullscreen=()', 'referrer-policy': 'no-referrer' }),
  ],
  ['quirks mode, without a doctype', { body: `<body bgcolor=white>${TEXT}` }],
  ['an old Chinese encoding', { body: gb18030(HTML.replace('utf-8', 'gb18030')), type: 'text/html' }],
  ['a useless base and import map', { body: `${HTML}<base href="about:blank"><script type="importmap">{}</script>` }],
  ['plain text', { body: '科创中国由中国科协发起。', type: 'text/plain; charset=utf-8' }],
  ['XHTML', { body: `<?xml version="1.0"?>${XHTML}`, type: 'application/xhtml+xml' }],
  ['no head and no closing tags', { body: `<!doctype html><html lang=zh>${TEXT}` }],
  ['a status of not found', { body: HTML, headers: { 'x-content-type-options': 'nosniff' } }],
];

/** Documents that are left alone. */
const LEFT: [string, Served][] = [
  ['XML', { body: '<?xml version="1.0"?><doc><p>科创中国</p></doc>', type: 'text/xml' }],
  ['XHTML served as XML', { body: `<?xml version="1.0"?>${XHTML}`, type: 'text/xml' }],
  ['a feed', { body: '<rss version="2.0"><channel><title>科创中国</title></channel></rss>', type: 'text/xml' }],
  [
    'SVG',
    { body: '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">科创中国</text></svg>', type: 'image/svg+xml' },
  ],
  ['JSON', { body: '{"科创中国":"中国科协"}', type: 'application/json; charset=utf-8' }],
  ['a style sheet', { body: '/* 科创中国 */', type: 'text/css; charset=utf-8' }],
  ['an empty document', { body: '' }],
  ['a page in design mode', { body: `${HTML}<script>document.designMode = 'on'</script>` }],
  [
    'a page that is editable as a whole',
    { body: `<!doctype html><meta charset="utf-8"><html contenteditable>${TEXT}` },
  ],
];

/** Frames of one page, each created in another way. */
const FRAMES: string[] = [
  `<iframe sandbox width="300" height="120" srcdoc="${TEXT.replaceAll('"', "'")}"></iframe>`,
  `<iframe sandbox="allow-scripts" width="300" height="120" srcdoc="${TEXT.replaceAll('"', "'")}"></iframe>`,
  `<iframe width="300" height="120" src="data:text/html;charset=utf-8,${encodeURIComponent(TEXT)}"></iframe>`,
  '<iframe width="300" height="120" name="blob"></iframe>',
  '<object width="300" height="120" type="text/html" data="framed.html"></object>',
];

/** Documents whose policy or mode could affect the card. */
const DRESSED = [
  'a strict policy and trusted types',
  'XHTML',
  'a sandbox by its policy',
  'quirks mode, without a doctype',
];

/** Registers the tests. */
export function describeDocuments(fixture: BrowserFixture): void {
  const addressOf = ([name, served]: [string, Served]) =>
    fixture.server.put(`document-${encodeURIComponent(name)}.html`, served);

  describe('an unusual document', () => {
    it('is marked if it is a page', async () => {
      const marks: [string, string[]][] = [];
      const page = await fixture.open('plain.html');
      for (const document of READ) {
        await page.goto(addressOf(document));
        marks.push([document[0], await untilMarksAre(page, MARKS)]);
      }
      expect(marks).toEqual(READ.map(([name]) => [name, MARKS]));
      expect(fixture.server.countOf('csp-report')).toBe(0);
    });

    it.each(DRESSED.slice(0, amount(2, DRESSED.length)))('with %s has a card with its style', async (name) => {
      const document = READ.find(([known]) => known === name);
      const page = await fixture.open(document ? addressOf(document) : '');
      await untilMarksAre(page, MARKS);
      const text = await page.$eval('#text', (element) => element.getBoundingClientRect().toJSON());
      await page.mouse.move(text.x + 300, text.y + 90);
      await page.mouse.move(text.x + 30, text.y + text.height / 2, { steps: 3 });
      const card = await until('the card', () => readCard(fixture.extensionPage, page.url()));
      expect(card.headword).toBe('科创中国');
      expect(card.box.width).toBeGreaterThan(200);
      expect(card.box.height).toBeGreaterThan(100);
      expect(fixture.server.countOf('csp-report')).toBe(0);
    });

    it('is left alone if it is not a page', async () => {
      const left = new Map<string, Page>();
      for (const document of LEFT) left.set(document[0], await fixture.open(addressOf(document)));
      // A page opened later is marked, so that the others would be marked as well by now.
      const address = fixture.server.put('left.pdf', { body: PDF, type: 'application/pdf' });
      const other = await fixture.openSource(`${HTML}<iframe width="400" height="300" src="${address}"></iframe>`);
      expect(await untilMarksAre(other, MARKS)).toEqual(MARKS);
      for (const [name, page] of left) {
        await page.bringToFront();
        expect(await page.evaluate(() => [...CSS.highlights.keys()]), name).toEqual([]);
      }
    });

    it('is marked in each kind of frame', async () => {
      fixture.server.put('framed.html', HTML);
      const page = await fixture.openSource(`<!doctype html><meta charset="utf-8">${FRAMES.join('')}<script>
        const blob = document.querySelector('[name=blob]');
        blob.src = URL.createObjectURL(new Blob([${JSON.stringify(HTML)}], { type: 'text/html' }));
      </script>`);
      await until('marks in all frames', async () => {
        const marks = await Promise.all(
          page
            .frames()
            .slice(1)
            .map((frame) => marksOf(frame).catch(() => [])),
        );
        return marks.filter((found) => found.join() === MARKS.join()).length === FRAMES.length;
      });
    });
  });
}

/** Bytes of a text in GB 18030, found by decoding each two-byte sequence. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const wanted = new Set([...text].filter((letter) => letter > '\u007f'));
  const bytesOf = new Map<string, number[]>();
  for (let lead = 0xb0; lead < 0xf8; lead++) {
    for (let trail = 0xa1; trail < 0xff; trail++) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if (wanted.has(letter)) bytesOf.set(letter, [lead, trail]);
    }
  }
  bytesOf.set('。', [0xa1, 0xa3]);
  return Uint8Array.from([...text].flatMap((letter) => bytesOf.get(letter) ?? [letter.charCodeAt(0)]));
}
