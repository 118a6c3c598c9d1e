import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isolateCss } from '../../../entrypoints/card.content/card-sheets';

const FILES = ['components/tokens.css', 'components/card/entry-card.css', 'entrypoints/card.content/shadow-host.css'];

describe('an isolated style sheet', () => {
  it('has prefixed custom properties and sizes in the reader’s pixels', () => {
    const css = ':host { --ink: light-dark(#000, #fff); margin: 1.5rem -0.25rem } p { color: var(--ink) }';
    expect(isolateCss(css, 20, 'x1')).toBe(
      ':host { --x1-ink: light-dark(#000, #fff); margin: 30px -5px } p { color: var(--x1-ink) }',
    );
  });

  it.each(FILES)('%s keeps no name and no unit that a page can define', (file) => {
    const css = isolateCss(readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8'), 16, 'x1');
    expect(css).not.toMatch(/--(?!x1-)/);
    expect(css).not.toMatch(/\drem\b/);
  });
});
