/**
 * Chooses the highlight of a mention by the way the page paints its text. A highlight repaints text in one colour without
 * stroke, and no rule can name the fill of the text below it. Computes style, once for each element.
 */
import type { Mention } from '../../glossary/pack/finder-data';
import type { MarkName } from '../shared/page/marks-style';
import { type Block, elementOf, flatParentOf, isElement, parentOf } from './dom';
import { lineBoxes } from './line-boxes';
import type { TextRun } from './text-run';

/**
 * `mention`: as usual. `lined`: the text is underlined already, and a second line would not be seen. `clear`: the glyphs are
 * transparent, and something else shows through them. Null: a highlight would change how the text looks.
 */
export type Paint = Extract<MarkName, 'mention' | 'lined' | 'clear'> | null;

/** Colours with an alpha below a tenth: nearly nothing of them is seen. */
const TRANSPARENT = /^transparent$|^rgba\(.*, 0(\.0\d*)?\)$|\/ 0(\.0\d*)?\)$/;

/** The effect of the elements around a text on its paint. */
interface Surroundings {
  /** Whether one of them underlines it. */
  isLined: boolean;
  /** Whether one of them hides it from sight, for screen readers only. */
  isUnseen: boolean;
}

/** Whether the first line of a block, and its first letter, have a fill or a stroke of their own. */
interface FirstPaints {
  line: boolean;
  letter: boolean;
}

/** Reads styles as they are now; create a new one whenever they may have changed. */
export class PaintReader {
  readonly #fills = new Map<Element, Paint>();
  readonly #surroundings = new Map<Element, Surroundings>();
  readonly #firsts = new Map<Block, FirstPaints>();

  /** The paint of a mention. */
  paintOf(run: TextRun, mention: Mention): Paint {
    let paint: Paint = 'mention';
    for (const node of run.nodesOf(mention.start, mention.end)) {
      const parent = parentOf(node);
      if (!isElement(parent)) continue;
      const fill = this.#fillOf(parent);
      const { isLined, isUnseen } = this.#surroundingsOf(parent);
      if (!fill || isUnseen) return null;
      if (fill === 'clear') paint = fill;
      else if (paint === 'mention' && isLined) paint = 'lined';
    }
    return this.#isPaintedAsFirst(run, mention) ? null : paint;
  }

  /** Whether a rule for the first line or letter of its block paints a part of the mention otherwise. */
  #isPaintedAsFirst(run: TextRun, { start, end }: Mention): boolean {
    const { line, letter } = this.#firstsOf(run.block);
    if (!line && !letter) return false;
    const first = run.text.search(/\S/);
    if (letter && start <= first) return true;
    const [firstBox] = line ? lineBoxes(run, first, first + 1) : [];
    return firstBox !== undefined && lineBoxes(run, start, end).some(({ top }) => top < firstBox.bottom);
  }

  #firstsOf(block: Block): FirstPaints {
    const known = this.#firsts.get(block);
    if (known) return known;
    const element = elementOf(block);
    const usual = getComputedStyle(element);
    const [line, letter] = ['::first-line', '::first-letter'].map((name) =>
      isOtherFill(getComputedStyle(element, name), usual),
    );
    const firsts = { line: line === true, letter: letter === true };
    this.#firsts.set(block, firsts);
    return firsts;
  }

  /** Whether the text of an element is for screen readers only. */
  isUnseen(element: Element): boolean {
    return this.#surroundingsOf(element).isUnseen;
  }

  #fillOf(element: Element): Paint {
    const known = this.#fills.get(element);
    if (known !== undefined) return known;
    const fill = fillOf(getComputedStyle(element));
    this.#fills.set(element, fill);
    return fill;
  }

  /** Not recursive: a page may nest elements to any depth. */
  #surroundingsOf(element: Element): Surroundings {
    const path: Element[] = [];
    let around: Surroundings = { isLined: false, isUnseen: false };
    for (let current: Element | null = element; current; current = flatParentOf(current)) {
      const known = this.#surroundings.get(current);
      if (known) around = known;
      if (known) break;
      path.push(current);
    }
    for (const current of path.reverse()) {
      const style = getComputedStyle(current);
      around = {
        isLined: hasLine(style) || (around.isLined && !isApart(style)),
        isUnseen: around.isUnseen || isForScreenReaders(style),
      };
      this.#surroundings.set(current, around);
    }
    return around;
  }
}

/** Whether an element is excluded from the text decorations of its ancestors. */
function isApart({ display, position, float }: CSSStyleDeclaration): boolean {
  return float !== 'none' || /^(absolute|fixed)$/.test(position) || display.startsWith('inline-');
}

/** Each read of a computed value takes a microsecond or so: the rare ones come last. */
function fillOf(style: CSSStyleDeclaration): Paint {
  const { color, webkitTextFillColor: fill } = style;
  if (style.webkitTextStrokeWidth !== '0px' || FAR.test(style.textIndent)) return null;
  const isClear = TRANSPARENT.test(fill);
  if (fill !== color && !isClear) return null;
  if (style.textEmphasisStyle === 'none') return isClear ? 'clear' : 'mention';
  // Chromium repaints emphasis marks in the colour of the text.
  const isKept = import.meta.env.FIREFOX || style.textEmphasisColor === color;
  return isKept && !isClear ? 'mention' : null;
}

/** Whether text of this style would be repainted in the fill of another: Firefox takes the colour of the element. */
function isOtherFill(style: CSSStyleDeclaration, usual: CSSStyleDeclaration): boolean {
  if (fillOf(style) !== fillOf(usual)) return true;
  return import.meta.env.FIREFOX && style.color !== usual.color;
}

function hasLine(style: CSSStyleDeclaration): boolean {
  if (style.textDecorationLine.includes('underline')) return !TRANSPARENT.test(style.textDecorationColor);
  if (style.borderBottomWidth === '0px' || style.display !== 'inline') return false;
  return !TRANSPARENT.test(style.borderBottomColor);
}

/** Positions and indents that put a text far off the page. */
const FAR = /^-(9{3,}|\d{5,})/;
const TINY = /^[012](\.\d+)?px$/;

/** Whether an element is clipped to a point, or moved off the page, as text for screen readers alone is. */
function isForScreenReaders(style: CSSStyleDeclaration): boolean {
  if (style.position === 'static') return false;
  const { clip, clipPath } = style;
  if (/^rect\((0|1)px,? \1px,? \1px,? \1px\)$/.test(clip) && style.position !== 'relative') return true;
  if (clipPath === 'inset(50%)' || clipPath === 'inset(100%)' || FAR.test(style.left) || FAR.test(style.top))
    return true;
  return style.overflow !== 'visible' && TINY.test(style.width) && TINY.test(style.height);
}
