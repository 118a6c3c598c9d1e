/** Generates the measured pages: random letters of the bulletins, with a given number of mentions. */
import type { Compiled } from '../../../glossary/editor/compile';
import { createPrefilter } from '../../../glossary/find/prefilter';
import { type Letters, lettersOf } from '../finder/texts';

const PARAGRAPHS = 10_000;
/** Text nodes of a paragraph, and units of each: 40,000 nodes and a million characters on a page. */
const PARTS = 4;
const PART_UNITS = 25;
const LINKS = 3_000;
const LINKS_A_SECTION = 50;

/** Deterministic: the same glossary gives the same pages. */
export class PageMaker {
  /** Forms that are mentions in any context. */
  readonly forms: readonly string[];
  readonly #letters: Letters;
  readonly #holds: (text: string) => boolean;
  #nextForm = 0;

  constructor({ pack, finder, prefilter }: Compiled) {
    const patterns = finder.patterns.split('\n');
    const always = patterns.filter((_, pattern) =>
      finder.senses.some((value, i) => i % 3 === 0 && value === pattern && finder.senses[i + 2] === -1),
    );
    this.forms = always.filter((form) => /^[\p{Script=Han}]{3,8}$/u.test(form));
    this.#letters = lettersOf(pack, 1);
    const guarded = prefilter.guards?.map(([form]) => form) ?? [];
    this.#holds = createPrefilter([{ literals: [prefilter.literals, ...guarded].join(' '), spellings: '' }]);
  }

  /** Ten thousand paragraphs of four text nodes each. */
  giant(mentions: number): string {
    const every = mentions === 0 ? Number.POSITIVE_INFINITY : Math.floor(PARAGRAPHS / mentions);
    const paragraphs = Array.from({ length: PARAGRAPHS }, (_, i) => {
      const parts = this.#plainParts();
      if ((i + 1) % every === 0) parts[0] = this.#withForm(PART_UNITS);
      const [a, b, c, d] = parts;
      return `<p>${a}<b>${b}</b>${c}<a href="#${i}">${d}</a>。</p>`;
    });
    return page(`<h1>甲乙丙丁</h1>${paragraphs.join('\n')}`);
  }

  /** Three thousand links in lists, like the front page of a news site; every third link contains a mention. */
  portal(): string {
    const link = (i: number) => `<li><a href="#${i}">${i % 3 === 0 ? this.#withForm(16) : this.#plain(16)}</a></li>`;
    const sections = Array.from({ length: LINKS / LINKS_A_SECTION }, (_, section) => {
      const links = Array.from({ length: LINKS_A_SECTION }, (_unused, i) => link(section * LINKS_A_SECTION + i));
      return `<section><h2>${this.#plain(4)}</h2><ul>${links.join('')}</ul></section>`;
    });
    return page(`<style>main{columns:4}li{font-size:14px}</style><main>${sections.join('\n')}</main>`);
  }

  /** Items for a feed; every fifth contains a mention. */
  items(count: number): string[] {
    return Array.from({ length: count }, (_, i) => (i % 5 === 0 ? this.#withForm(40) : this.#plain(40)));
  }

  /** As many paragraphs as `giant`, in English. */
  latin(): string {
    const words = 'the quick brown fox jumps over a lazy dog while rain falls on quiet hills'.split(' ');
    const text = (seed: number) =>
      Array.from({ length: 18 }, (_, i) => words[(seed * 7 + i * i) % words.length]).join(' ');
    return page(Array.from({ length: PARAGRAPHS }, (_, i) => `<p>${text(i)} <b>${text(i + 1)}</b></p>`).join('\n'));
  }

  /** An empty feed. */
  feed(): string {
    return page('<main></main>');
  }

  /** Parts without a form, even when joined. */
  #plainParts(): string[] {
    const text = this.#plain(PARTS * PART_UNITS);
    return Array.from({ length: PARTS }, (_, i) => text.slice(i * PART_UNITS, (i + 1) * PART_UNITS));
  }

  #withForm(units: number): string {
    const form = this.forms[this.#nextForm++ % this.forms.length] ?? '';
    return `${this.#plain(units - form.length - 1)}，${form}`;
  }

  /** Text without a form. */
  #plain(units: number): string {
    for (;;) {
      let text = '';
      while (text.length < units) {
        const longer = text + this.#letters.draw();
        // Redraws one letter instead of the whole text.
        if (!this.#holds(longer.slice(-8))) text = longer;
      }
      if (!this.#holds(text)) return text;
    }
  }
}

function page(body: string): string {
  return `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>甲</title><body>${body}</body></html>`;
}
