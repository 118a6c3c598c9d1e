/** Writes the style rules of marks. They are inserted for one frame, under names that only that frame's script knows. */
import { MARK_RGB, type MarkColour } from '../../../glossary/pack/mark-colours';
import type { MarksLook } from '../settings/page-settings';

/**
 * The highlights of a document. `mention`: mentions. `next`: one right after another, which would run into one line with
 * it. `lined`, `linedNext`: the same in text with an underline of its own. `clear`: in text whose glyphs are transparent.
 * `current`: the mention whose card is open, or that the reader walked to by key; `currentClear`: the same in clear text.
 */
export const MARK_NAMES = ['mention', 'next', 'lined', 'linedNext', 'clear', 'current', 'currentClear'] as const;

export type MarkName = (typeof MARK_NAMES)[number];

/** Names of a document's highlights. */
export type HighlightNames = Readonly<Record<MarkName, string>>;

/**
 * In Chromium every element inherits the root's highlight styles. A rule without `:root` would create a style for each
 * element, which took 20 MB and twice the time on a page of 30,000 elements. Firefox inherits none.
 * Inherited values are computed at the root: only `currentColor` itself and percentages follow the text.
 */
const ORIGIN = import.meta.env.FIREFOX ? '' : ':root';

/** Between text and background, whichever is dark: a wash in the text's own colour would hide the text. */
const GREY = '128 128 128';

/** By strength: the thickness of a line in per cent of the font size, and the opacity of a wash from 0 to 1. */
const STRENGTHS: Record<MarksLook['strength'], { line: number; wash: number }> = {
  1: { line: 5, wash: 0.16 },
  2: { line: 8, wash: 0.26 },
  3: { line: 13, wash: 0.4 },
};

/** Where a line is drawn that would join the one before it, in per cent of the font size below the baseline. */
const NEXT_OFFSET = 25;
/** Shares of a wash's opacity: in underlined text, where it adds to a line, and where it would join the one before it. */
const LINED_WASH = 0.8;
const NEXT_WASH = 0.5;

/** The name of the highlight of mentions in a colour of their own; null: in that of the look. */
export function colouredName(name: string, colour: MarkColour | null): string {
  return colour === null ? name : name + colour;
}

/**
 * The rules for one look, also in further colours (`colouredName`); the current mention gets a wash as well. Screen only:
 * Chromium would print highlights. As strong as there is for readers who ask the system for more contrast.
 */
export function marksStyle(names: HighlightNames, look: MarksLook, colours: readonly MarkColour[] = []): string {
  const rules = (strength: MarksLook['strength']) =>
    [null, ...colours].flatMap((colour) => {
      const coloured = { ...look, strength, colour: colour ?? look.colour };
      return rulesOf((name) => colouredName(names[name], colour), coloured);
    });
  const usual = `@media screen {\n${rules(look.strength).join('\n')}\n}`;
  return `${usual}\n@media screen and (prefers-contrast: more) {\n${rules(3).join('\n')}\n}`;
}

function rulesOf(nameOf: (name: MarkName) => string, look: MarksLook): string[] {
  const { line, wash } = STRENGTHS[look.strength];
  const washColour = look.colour === 'text' ? GREY : MARK_RGB[look.colour];
  const clearColour = `rgb(${washColour})`;
  const colour = look.colour === 'text' ? 'currentColor' : clearColour;
  const washed = (share: number) => `background-color: rgb(${washColour} / ${(wash * share).toFixed(2)});`;
  const underlined = (ink: string) => `text-decoration: underline ${look.style} ${ink} ${line}%;`;
  const isWash = look.style === 'wash';
  const current = (ink: string) =>
    `text-decoration: underline solid ${ink} ${line + 1}%; background-color: rgb(197 125 46 / 0.16);`;
  const clear = 'color: transparent;';
  const styles: Record<MarkName, string> = {
    mention: isWash ? washed(1) : underlined(colour),
    next: isWash ? washed(NEXT_WASH) : `${underlined(colour)} text-underline-offset: ${NEXT_OFFSET}%;`,
    lined: washed(isWash ? 1 : LINED_WASH),
    linedNext: washed((isWash ? 1 : LINED_WASH) * NEXT_WASH),
    clear: `${clear} ${isWash ? washed(1) : underlined(clearColour)}`,
    current: current(colour),
    currentClear: `${clear} ${current(clearColour)}`,
  };
  const painted = MARK_NAMES.filter((name) => look.show === 'always' || name.startsWith('current'));
  return painted.map((name) => `  ${ORIGIN}::highlight(${nameOf(name)}) { ${styles[name]} }`);
}
