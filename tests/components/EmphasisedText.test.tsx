// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { EmphasisedText, type TextRange } from '../../components/EmphasisedText';

afterEach(cleanup);

describe('EmphasisedText', () => {
  it.each<[string, string, TextRange[], string]>([
    ['nothing', '', [], ''],
    ['plain text', '科协十大', [], '科协十大'],
    ['a whole', '科协', [[0, 2]], '<mark>科协</mark>'],
    ['a part', '科协十大', [[1, 3]], '科<mark>协十</mark>大'],
    [
      'several parts',
      '科协十大',
      [
        [0, 1],
        [2, 3],
      ],
      '<mark>科</mark>协<mark>十</mark>大',
    ],
    ['markup as text', '<b>', [[0, 1]], '<mark>&lt;</mark>b&gt;'],
  ])('emphasises %s', (_name, text, ranges, html) => {
    const { container } = render(<EmphasisedText text={text} ranges={ranges} />);
    expect(container.innerHTML).toBe(html);
  });
});
