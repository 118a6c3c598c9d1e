import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isolateCss } from '../../../entrypoints/card.content/isolate-css';

const FILES = ['components/tokens.css', 'components/card/entry-card.css', 'entrypoints/card.content/card-host.css'];

describe('a style sheet made independent of the page', () => {
  it('has names nobody can guess, and the reader’s own size', () => {
    const css = ':host { --ink: light-dark(#000, #fff); margin: 1.5rem -0.25rem } p { color: var(--ink) }';
    expect(isolateCss(css, 20, 'x1')).toBe(
      ':host { --x1-ink: light-dark(#000, #fff); margin: 30px -5px } p { color: var(--x1-ink) }',
    );
  });

  it.each(FILES)('%s keeps nothing a page could define', (file) => {
    const css = isolateCss(readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8'), 16, 'x1');
    expect(css).not.toMatch(/--(?!x1-)/);
    expect(css).not.toMatch(/\drem\b/);
  });
});
