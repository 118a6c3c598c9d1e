// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { ReportView } from '../../../components/report/ReportView';
import type { Report } from '../../../components/report/report-text';
import { editorsAddress } from '../../../glossary/reader-address';
import { InEnglish } from '../words';

afterEach(cleanup);

const REPORT: Report = {
  kind: 'not-meant',
  entry: 'bundled/jiusan',
  headword: '九三学社',
  quote: { text: '他在九三读书。', start: 2, end: 4 },
  reason: 'Recognised because “社员” is nearby',
  site: 'news.example.cn',
  pack: { title: '旁注', revision: '0123456789abcdef' },
  version: '1.2.3',
};

const WHOLE = `Marked, but not meant: 九三学社
Term: 九三学社 (bundled/jiusan)
As written: 九三
Sentence: 他在九三读书。
Site: news.example.cn
Reason: Recognised because “社员” is nearby
Versions: Pangzhu 1.2.3, glossary “旁注” 0123456789abcdef
`;

function show(report: Report | null, contact = '', copied: string[] = []): void {
  const copy = async (text: string) => void copied.push(text);
  render(
    <InEnglish>
      <ReportView report={report} contact={editorsAddress(contact)} copy={copy} />
    </InEnglish>,
  );
}

const shown = () => document.querySelector('pre')?.textContent;
const bodyOf = (link: HTMLElement) => new URL(link.getAttribute('href') ?? '').searchParams.get('body');

describe('a report to the editors', () => {
  it('is shown whole, and copied as it is shown', async () => {
    const copied: string[] = [];
    show(REPORT, '', copied);
    expect(shown()).toBe(WHOLE);
    fireEvent.click(screen.getByRole('button', { name: 'Copy the report' }));
    expect((await screen.findByText('Copied')).getAttribute('role')).toBe('status');
    expect(copied).toEqual([WHOLE]);
    expect(screen.queryByRole('link')).toBeNull();
  });

  it.each<[name: string, change: Partial<Report>, gone: string, instead: string]>([
    ['of something wrong', { kind: 'wrong' }, 'Marked, but not meant', 'Something is wrong'],
    ['of a page without a site', { site: null }, 'Site: news.example.cn\n', ''],
    [
      'of a mark by its spelling',
      { reason: null },
      'Recognised because “社员” is nearby',
      'Recognised by its spelling',
    ],
  ])('%s', (_name, change, gone, instead) => {
    show({ ...REPORT, ...change });
    expect(shown()).toBe(WHOLE.replace(gone, instead));
  });

  it('leaves the sentence out and a remark in, as the reader decides', () => {
    show(REPORT, 'mailto:editors@society.example');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Leave the sentence in' }));
    fireEvent.input(screen.getByRole('textbox'), { target: { value: ' 是年份 ' } });
    const text = `${WHOLE.replace('Sentence: 他在九三读书。\n', '')}Remark: 是年份\n`;
    expect(shown()).toBe(text);
    const link = screen.getByRole('link', { name: 'Write to editors@society.example' });
    expect(bodyOf(link)).toBe(text.replaceAll('\n', '\r\n'));
  });

  it('opens the editors’ page without anything of the report in its address', () => {
    show(REPORT, 'https://society.example/report');
    const link = screen.getByRole('link', { name: 'Open society.example' });
    expect(link.getAttribute('href')).toBe('https://society.example/report');
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
  });

  it('says when it is gone', () => {
    show(null);
    expect(screen.getByRole('alert').textContent).toMatch(/no longer available/);
  });
});
