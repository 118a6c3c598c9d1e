// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EntryCard } from '../../../components/card/EntryCard';
import { EntryCardError, EntryCardLoading } from '../../../components/card/EntryCardStates';
import type { ShownEntry } from '../../../components/card/shown-entry';
import type { Mention } from '../../../glossary/pack/finder-data';
import { bundledEntry, library, plainEntry } from '../../library';
import { InEnglish } from '../words';

afterEach(cleanup);

function shown(id: string, reason: string | null = null): ShownEntry {
  return { entry: bundledEntry(id), sources: library.bulletins, reason };
}

function show(entries: ShownEntry[], onOpenPassage = () => {}, isInPage = false) {
  return render(
    <InEnglish>
      <EntryCard
        entries={entries}
        passageHref={(bulletin, passage) => `/${bulletin}#${passage}`}
        onOpenPassage={onOpenPassage}
        isInPage={isInPage}
      />
    </InEnglish>,
  );
}

describe('the card', () => {
  it('is an article named by its headword, with the definition and its English name', () => {
    show([shown('kechuang-china')]);
    const card = screen.getByRole('article', { name: '科创中国' });
    expect(card.textContent).toContain('Kēchuàng Zhōngguó');
    expect(card.textContent).toContain('Project');
    expect(card.textContent).toContain('Innovation China · official English');
    expect(card.textContent).toContain(shown('kechuang-china').entry.long);
  });

  it('quotes the sentence with the term emphasised, and names its source', () => {
    const { container } = show([shown('kechuang-china')]);
    const quote = container.querySelector('blockquote');
    expect(quote?.textContent).toBe(shown('kechuang-china').entry.evidence[0]?.quote);
    expect(quote?.querySelector('mark')?.textContent).toBe('科创中国');
    const caption = container.querySelector('figcaption')?.textContent;
    expect(caption).toContain('中国科协机关党委');
    expect(caption).toContain('1 June 2021');
  });

  it('hides words that are not public from a search by the page, and no others', () => {
    const entry = plainEntry({ id: 'a', headword: '密语', forms: ['别名'], definition: '第一行。\n第二行。' });
    const { container } = show([{ entry, sources: [], reason: null }, shown('kechuang-china')], () => {}, true);
    const card = screen.getByRole('article', { name: '密语' });
    expect(card.textContent).not.toMatch(/密语|第一行|第二行/);
    const texts = Array.from(container.querySelectorAll<HTMLElement>('.unsearchable'), ({ dataset }) => dataset.text);
    expect(texts).toEqual(['密语', 'Your own term', '密语', '第一行。', '第二行。']);
    fireEvent.click(screen.getByRole('button', { name: '科创中国' }));
    expect(card.textContent).toContain('中国科协2020年启动');
    expect(card.querySelectorAll('h2 .unsearchable, .short .unsearchable')).toHaveLength(0);
  });

  it('shows only the reader’s text for their own term, and labels it', () => {
    const definition = '第一行。\n\n<i>第二</i>行。';
    const entry = plainEntry({ id: 'a', headword: '<b>术语', forms: ['别名'], definition });
    const { container } = show([{ entry, sources: [], reason: null }]);
    const card = screen.getByRole('article', { name: '<b>术语' });
    expect(card.querySelector('.category')?.textContent).toBe('Your own term');
    expect(card.querySelector('.short')?.textContent).toBe('第一行。');
    expect(card.querySelector('.long')?.textContent).toBe('<i>第二</i>行。');
    expect(container.querySelectorAll('blockquote, .pinyin, .english, b, i')).toHaveLength(0);
    expect(card.querySelector('footer')?.childNodes).toHaveLength(0);
  });

  it('names the pack of an organisation’s term, and links to its source only by https', () => {
    const preset = (url: string) =>
      plainEntry(
        { id: '1', headword: '会士', forms: [], definition: '释义。', source: { title: '章程', url } },
        { id: 'policy-p', title: '<b>本会', kind: 'policy' },
      );
    const { container, unmount } = show([{ entry: preset('https://example.cn/a'), sources: [], reason: null }]);
    expect(container.querySelector('.category')?.textContent).toBe('Your organisation’s term');
    expect(container.querySelector('footer')?.textContent).toBe('Provided by your organisation: <b>本会');
    expect(screen.getByRole('link', { name: '章程' }).getAttribute('href')).toBe('https://example.cn/a');
    unmount();
    show([{ entry: preset(''), sources: [], reason: null }]);
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByText('章程')).toBeTruthy();
  });

  it('links to the passage, and ignores synthetic clicks', () => {
    const open = vi.fn();
    show([shown('kechuang-china')], open);
    const [link] = screen.getAllByRole('link');
    expect(link?.getAttribute('href')).toBe('/cast-2021-06-01#p4s2');
    if (link) fireEvent.click(link);
    expect(open).not.toHaveBeenCalled();
  });

  it('shows definitions in the reader’s script, and the quotation as received', () => {
    const { entry } = shown('five-tasks');
    const words = { script: 'zh-Hant', headword: '「五大任務」', asWritten: entry.headword, short: '釋義。' } as const;
    const { container } = show([{ entry: { ...entry, ...words }, sources: library.bulletins, reason: null }]);
    const langOf = (text: string) => screen.getByText(text).closest('[lang]')?.getAttribute('lang');
    expect(langOf('「五大任務」')).toBe('zh-Hant');
    expect(langOf('釋義。')).toBe('zh-Hant');
    expect(langOf('“五大任务”')).toBe('zh-Hans');
    expect(container.querySelector('blockquote')?.lang).toBe('zh-Hans');
    expect(container.querySelector('blockquote')?.textContent).toBe(entry.evidence[0]?.quote);
  });

  it('names the reason of the sense, and what is inferred', () => {
    const { container } = show([shown('five-tasks', 'Recognised because …')]);
    expect(container.textContent).toContain('Recognised because …');
    expect(container.textContent).toContain('Inferred: ');
  });

  it('shows the list of a phrase, and a folded full text', () => {
    const { container } = show([shown('four-histories')]);
    expect([...container.querySelectorAll('li')].map((item) => item.textContent)).toEqual([
      '党史',
      '新中国史',
      '改革开放史',
      '社会主义发展史',
    ]);
    cleanup();
    show([shown('words-157')]);
    expect(screen.getByText('这段话的全文').closest('details')?.open).toBe(false);
  });

  it('lists several senses in order, each with its reason, and shows the chosen one', () => {
    show([shown('kechuang-china', 'Recognised because …'), shown('kepu-china')]);
    const senses = screen.getByRole('navigation');
    expect([...senses.querySelectorAll('li')].map((item) => item.textContent)).toEqual([
      '科创中国 Project · Recognised because …',
      expect.stringMatching(/^科普中国 Project · ./),
    ]);
    expect(senses.querySelector('[aria-current]')?.textContent).toBe('科创中国');
    fireEvent.click(screen.getByRole('button', { name: '科普中国' }));
    expect(screen.getByRole('article', { name: '科普中国' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '科创中国' }));
    expect(screen.getByRole('article', { name: '科创中国' })).toBeTruthy();
  });

  it.each([
    ['2021-06-21', 'is earlier than this article'],
    ['2021-06-01', 'is dated the same day'],
    ['2020-12-31', 'is later than this article'],
  ])('compares its source with an article of %s', (articleDate, words) => {
    const { container } = render(
      <InEnglish>
        <EntryCard
          entries={[
            { ...shown('kechuang-china'), sources: library.bulletins.filter(({ date }) => date === '2021-06-01') },
          ]}
          articleDate={articleDate}
          passageHref={() => '/'}
          onOpenPassage={() => {}}
        />
      </InEnglish>,
    );
    expect(container.querySelector('.facts')?.textContent).toContain(words);
  });

  it('marks terms in its texts, except in the term of the quotation', () => {
    const onChoose = vi.fn();
    const mention = (start: number, end: number): Mention => ({
      start,
      end,
      senses: [{ entry: 0, reason: { kind: 'form' } }],
    });
    const { entry } = shown('kechuang-china');
    const { container } = render(
      <InEnglish>
        <EntryCard
          entries={[shown('kechuang-china')]}
          passageHref={() => '/'}
          onOpenPassage={() => {}}
          terms={{
            onChoose,
            mentionsIn: (text) =>
              [...text.matchAll(/中国科协|科创中国|科普中国/g)].map(({ index, 0: found }) =>
                mention(index, index + found.length),
              ),
          }}
        />
      </InEnglish>,
    );
    const quote = container.querySelector('blockquote');
    expect(quote?.textContent).toBe(entry.evidence[0]?.quote);
    expect([...(quote?.querySelectorAll('.term') ?? [])].map((term) => term.textContent)).toEqual(['科普中国']);
    const [term] = container.querySelectorAll<HTMLElement>('.short .term');
    if (!term) throw new Error('nothing is marked');
    fireEvent.keyDown(term, { key: 'a' });
    expect(onChoose).not.toHaveBeenCalled();
    fireEvent.keyDown(term, { key: 'Enter' });
    expect(onChoose.mock.lastCall?.slice(1)).toEqual([term, 'key']);
    fireEvent.click(term);
    expect(onChoose.mock.lastCall?.slice(1)).toEqual([term, 'click']);
  });

  it('renders markup in an entry as text', () => {
    const item = shown('kechuang-china');
    const evil = { ...item.entry, headword: '<img src=x onerror=alert(1)>', long: '<script>alert(1)</script>' };
    const { container } = show([{ ...item, entry: evil }]);
    expect(container.querySelector('img, script')).toBeNull();
    expect(container.textContent).toContain('<script>alert(1)</script>');
  });
});

describe('the card without an entry', () => {
  it('says that it is loading', () => {
    render(
      <InEnglish>
        <EntryCardLoading />
      </InEnglish>,
    );
    expect(screen.getByRole('article').getAttribute('aria-busy')).toBe('true');
  });

  it('announces an error, and offers to try again', () => {
    render(
      <InEnglish>
        <EntryCardError message="Reload this page." onRetry={() => {}} />
      </InEnglish>,
    );
    expect(screen.getByRole('alert').textContent).toContain('Reload this page.');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});
