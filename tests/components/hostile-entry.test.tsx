// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { EntryCard } from '../../components/card/EntryCard';
import type { ShownEntry } from '../../components/card/shown-entry';
import { TermList } from '../../components/panel/TermList';
import { PageTerms } from '../../components/popup/PageTerms';
import type { Entry } from '../../glossary/library/library';
import { visibleText } from '../../glossary/visible-text';
import { bundledEntry } from '../library';
import { amount } from '../long-runs';
import { InEnglish } from './words';

afterEach(cleanup);

/** T16 to T18: texts of a pack are shown as text, and only safe addresses become links. */
const PAYLOADS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script href=data:,alert(1) />',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe src=javascript:alert(1)>',
  '<object data=javascript:alert(1)>',
  '<embed src=javascript:alert(1)>',
  '<a href=javascript:alert(1)>x</a>',
  '<details open ontoggle=alert(1)>',
  '<video><source onerror=alert(1)></video>',
  '<input autofocus onfocus=alert(1)>',
  '<body onload=alert(1)>',
  '<base href=//evil.example>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<link rel=stylesheet href=//evil.example/a.css>',
  '<style>@import "//evil.example/a.css"</style>',
  '<x style="background:url(//evil.example)">',
  '"><img src=x onerror=alert(1)>',
  "'><img src=x onerror=alert(1)>",
  '"/onmouseover="alert(1)',
  '--><img src=x onerror=alert(1)>',
  ']]><img src=x onerror=alert(1)>',
  '</blockquote></figure></article><script>alert(1)</script>',
  '<!--><script>alert(1)</script>-->',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
  '\\u003cscript\\u003e',
  '{{constructor.constructor("alert(1)")()}}',
  '<%= alert(1) %>',
  'javascript:alert(1)',
  '__proto__',
  'constructor',
  'toString',
];

const plain = bundledEntry('four-histories');

/** An entry with the payload in all its texts. */
function entryOf(payload: string): ShownEntry {
  const [first] = plain.evidence;
  if (!first) throw new Error('there is no such entry');
  const entry: Entry = {
    ...plain,
    headword: payload,
    pinyin: payload,
    short: payload,
    long: payload,
    english: { text: payload, status: 'common' },
    inferred: payload,
    list: { title: payload, items: [payload, `${payload}2`], source: payload },
    fullText: { title: payload, text: payload, source: payload },
    evidence: [{ ...first, quote: payload, emphasis: [1, 3] }],
    reading: [{ title: payload, url: payload }],
  };
  const source = {
    id: first.bulletin,
    title: payload,
    titleStatus: 'received' as const,
    titleScript: 'zh-Hans' as const,
    signer: payload,
    date: payload,
    originalUrl: payload,
  };
  return {
    entry,
    sources: [source],
    reason: payload,
    related: [{ type: 'see-also', id: payload, script: 'zh-Hans', headword: payload }],
  };
}

function show(payload: string) {
  return render(
    <InEnglish>
      <EntryCard
        entries={[entryOf(payload)]}
        articleDate="2021-06-21"
        passageHref={(bulletin) => `/bulletin.html?id=${encodeURIComponent(bulletin)}`}
        onOpenPassage={() => {}}
        relations={{ relatedHref: (id) => `/glossary#${encodeURIComponent(id)}`, onOpenRelated: () => {} }}
        terms={{ mentionsIn: () => [], onChoose: () => {} }}
      />
    </InEnglish>,
  ).container;
}

/** Elements with their attributes' names. */
function shapeOf(container: Element): string[] {
  return [...container.querySelectorAll('*')].map(
    (element) => `${element.localName} ${element.getAttributeNames().sort().join(' ')}`,
  );
}

const usual = (() => {
  const shape = shapeOf(show('无害'));
  cleanup();
  return shape;
})();

/** Prefixes that end an enclosing construct. */
const BREAKS = [
  ...[
    '"',
    "'",
    '`',
    '>',
    '/>',
    '-->',
    ']]>',
    '<!--',
    '</style>',
    '</script>',
    '</title>',
    '</textarea>',
    '</template>',
  ],
  ...['</svg>', '</math>', '</noscript>', '</option></select>', '\u2028'],
];

describe('a hostile entry', () => {
  const broken = BREAKS.flatMap((before) => PAYLOADS.map((payload) => before + payload));
  // Every fifth has each prefix and each payload several times.
  const shown = broken.filter((_, i) => i % amount(5, 1) === 0);

  it(`is shown as text after any prefix, ${shown.length} payloads`, () => {
    for (const payload of shown) {
      const container = show(payload);
      expect(shapeOf(container), payload).toEqual(usual);
      expect(container.querySelector('h2')?.textContent).toBe(visibleText(payload));
      cleanup();
    }
  });

  it('is harmless in the side panel and in the list of the popup', () => {
    const shapes = ['无害', ...PAYLOADS].map((payload) => {
      const { entry } = entryOf(payload);
      const { container } = render(
        <InEnglish>
          <TermList
            label="terms"
            terms={[{ entry, count: 1 }]}
            entryHref={(id) => `/glossary#${encodeURIComponent(id)}`}
            onShowMention={() => {}}
            onMute={() => {}}
          />
          <PageTerms
            terms={[{ entry, index: 0, count: 1, isMuted: false }]}
            list={null}
            onChoose={() => {}}
            onShowMention={() => {}}
            onMute={() => {}}
          />
        </InEnglish>,
      );
      const shape = shapeOf(container).join('\n');
      cleanup();
      return shape;
    });
    expect(new Set(shapes).size).toBe(1);
  });

  it.each(PAYLOADS)('%j is shown as text, without an element', (payload) => {
    const container = show(payload);
    expect(shapeOf(container)).toEqual(usual);
    expect(container.querySelector('h2')?.textContent).toBe(payload);
    expect(container.querySelector('.long')?.textContent).toBe(payload);
  });

  it.each(['\u202e', '\u2066', '\u200f'])('shows bidirectional control %j by name', (character) => {
    const { textContent } = show(`甲${character}乙丙`);
    expect(textContent).not.toContain(character);
    expect(textContent).toContain('甲[U+');
  });

  it.each(['\u200b', '\ufe0f', '\u{e0041}', '\u0000'])('leaves out invisible character %j', (character) => {
    const { textContent } = show(`甲${character}乙丙`);
    expect(textContent).not.toContain(character);
    expect(textContent).toContain('甲乙丙');
  });

  it('links further reading only by https, without opener or referrer', () => {
    const shown = entryOf('无害');
    const reading = [
      { title: 'safe', url: 'https://www.cast.org.cn/a' },
      { title: 'unsafe', url: 'javascript:alert(1)' },
      { title: 'plain', url: 'http://www.cast.org.cn/a' },
    ];
    const { container } = render(
      <InEnglish>
        <EntryCard
          entries={[{ ...shown, entry: { ...shown.entry, reading } }]}
          passageHref={() => '/'}
          onOpenPassage={() => {}}
        />
      </InEnglish>,
    );
    const links = [...container.querySelectorAll<HTMLAnchorElement>('.reading a')];
    expect(links.map((link) => link.href)).toEqual(['https://www.cast.org.cn/a']);
    expect(links[0]?.rel).toBe('noopener noreferrer');
    expect(container.querySelector('.reading')?.textContent).toContain('unsafe');
  });
});
