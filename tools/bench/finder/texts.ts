/** Generates texts from the bulletins for measurements of the bundled glossary; the same in every run. */
import type { Pack } from '../../../glossary/pack/pack';

/** A page of the length of a long article, by paragraphs. */
export type PageText = readonly string[];

const PAGES = 40;
const PAGE_UNITS = 10_000;
const PARAGRAPH_UNITS = 160;

/** Draws random Chinese characters with the frequencies of the bulletins. */
export interface Letters {
  draw(): string;
}

/** @param seed the same seed gives the same sequence. */
export function lettersOf(pack: Pack, seed: number): Letters {
  const letters = proseOf(pack).replace(/[^\p{Script=Han}]/gu, '');
  const random = randomOf(seed);
  return { draw: () => letters.charAt(Math.floor(random() * letters.length)) };
}

/** Pages of repeated bulletins, full of terms. */
export function densePages(pack: Pack): PageText[] {
  const prose = pack.bulletins.flatMap(({ paragraphs }) =>
    paragraphs.map((passages) => passages.map(({ text }) => text).join('')),
  );
  let next = 0;
  return pages(() => prose[next++ % prose.length] ?? '');
}

/** Clauses a paragraph has, of `clausePages`. */
const CLAUSES = 10;

/**
 * Pages full of terms that do not repeat themselves: clauses of the bulletins in random order, with two random letters before
 * and after each, so that the words at the edges of a form are new ones.
 */
export function clausePages(pack: Pack, letters: Letters, random: () => number): PageText[] {
  const clauses = proseOf(pack).match(/[^，。、；]+/g) ?? [];
  const clause = () => clauses[Math.floor(random() * clauses.length)] ?? '';
  const two = () => letters.draw() + letters.draw();
  return pages(() => Array.from({ length: CLAUSES }, () => `${two()}${clause()}${two()}，`).join(''));
}

/** Pages of random letters, with hardly any term. */
export function mixedPages(letters: Letters): PageText[] {
  return pages(() =>
    Array.from({ length: PARAGRAPH_UNITS }, (_, i) => (i % 20 === 19 ? '，' : letters.draw())).join(''),
  );
}

function pages(paragraph: () => string): PageText[] {
  return Array.from({ length: PAGES }, () => {
    const page: string[] = [];
    for (let units = 0; units < PAGE_UNITS; units += page.at(-1)?.length ?? 0) page.push(paragraph());
    return page;
  });
}

function proseOf(pack: Pack): string {
  return pack.bulletins.flatMap(({ paragraphs }) => paragraphs.flat().map(({ text }) => text)).join('');
}

/** A generator of numbers in [0, 1) (mulberry32). @param seed the same seed gives the same sequence. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
