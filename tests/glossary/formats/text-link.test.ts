import { describe, expect, it } from 'vitest';
import { linkToText } from '../../../glossary/formats/text-link';

describe('a link to a sentence', () => {
  it.each([
    ['https://example.org/a', '十大', 'https://example.org/a#:~:text=%E5%8D%81%E5%A4%A7'],
    ['https://example.org/a#top', 'a', 'https://example.org/a#top:~:text=a'],
    ['https://example.org/a?b=1#', 'a', 'https://example.org/a?b=1#:~:text=a'],
    ['https://example.org/', '3-1, a&b', 'https://example.org/#:~:text=3%2D1%2C%20a%26b'],
  ])('%s, “%s”', (address, text, link) => {
    expect(linkToText(address, text)).toBe(link);
  });
});
