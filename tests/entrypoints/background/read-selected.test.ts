// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { readSelected } from '../../../entrypoints/background/read-selected';

beforeEach(() => {
  getSelection()?.removeAllRanges();
});

/** Selects from `[` to `]` in the text of the page, and removes the brackets. */
function select(html: string): void {
  document.body.innerHTML = html;
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const start = node.data.indexOf('[');
    if (start >= 0) {
      node.deleteData(start, 1);
      range.setStart(node, start);
    }
    const end = node.data.indexOf(']');
    if (end < 0) continue;
    node.deleteData(end, 1);
    range.setEnd(node, end);
  }
  getSelection()?.addRange(range);
}

/** The text with the selection in brackets. */
function read(): string | null {
  const selected = readSelected();
  if (!selected) return null;
  const { text, start, end } = selected;
  return `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;
}

describe('the selection of a frame', () => {
  it.each<[name: string, html: string, expected: string]>([
    ['with what is around it in its block', '<p>别的</p><p>学习科协[十大]精神</p>', '学习科协[十大]精神'],
    ['across inline elements', '<p>学<b>习[科</b>协<i>十]大</i></p>', '学习[科协十]大'],
    ['from the beginning to the end', '<p>[全部]</p>', '[全部]'],
    ['in a list', '<ul><li>甲</li><li>乙[丙]</li></ul>', '乙[丙]'],
    ['across blocks, with what is around both', '<div><p>甲[乙</p><p>丙]丁</p></div>', '甲[乙丙]丁'],
  ])('%s', (_name, html, expected) => {
    select(html);
    expect(read()).toBe(expected);
  });

  it('includes at most 200 units on each side', () => {
    select(`<p>${'前'.repeat(300)}[中]${'后'.repeat(300)}</p>`);
    expect(read()).toBe(`${'前'.repeat(200)}[中]${'后'.repeat(200)}`);
  });

  it.each(['', '<p>什么也没有选[]</p>'])('is null in %j', (html) => {
    if (html === '') document.body.innerHTML = html;
    else select(html);
    expect(read()).toBeNull();
  });
});
