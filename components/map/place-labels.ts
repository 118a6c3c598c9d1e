/** Owns which labels a map shows, and where: none over another or over a dot, the weightier first. */

export interface LabelWish {
  id: string;
  /** The dot's middle, in screen px. */
  x: number;
  y: number;
  /** Of the label's text. */
  width: number;
  /** The greater goes first. */
  weight: number;
  /** Shown even where it covers dots. */
  isForced?: boolean;
}

export interface PlacedLabel {
  id: string;
  /** Its top left corner, in screen px. */
  left: number;
  top: number;
  width: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const LABEL_HEIGHT = 18;
/** From a dot's middle to its label. */
const AWAY = 8;
const DOT = 5;

/**
 * Labels that fit on the screen; below its dot where possible, else above, right or left of it.
 * Cost: squared in the number of wishes.
 * @param covered what no label may cover.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  size: { width: number; height: number },
  covered: readonly Box[] = [],
): PlacedLabel[] {
  const dots = wishes.map(({ x, y }): Box => ({ left: x - DOT, top: y - DOT, right: x + DOT, bottom: y + DOT }));
  const taken = [...covered];
  const placed: PlacedLabel[] = [];
  const sorted = wishes
    .map((wish, i) => ({ wish, own: dots[i] }))
    .sort((a, b) => b.wish.weight - a.wish.weight || (a.wish.id < b.wish.id ? -1 : 1));
  for (const { wish, own } of sorted) {
    const box = candidates(wish).find(
      (candidate) =>
        candidate.left >= 0 &&
        candidate.right <= size.width &&
        candidate.top >= 0 &&
        candidate.bottom <= size.height &&
        !taken.some((other) => isOver(candidate, other)) &&
        (wish.isForced || !dots.some((dot) => dot !== own && isOver(candidate, dot))),
    );
    if (!box) continue;
    taken.push(box);
    placed.push({ id: wish.id, left: box.left, top: box.top, width: wish.width });
  }
  return placed;
}

function candidates({ x, y, width }: LabelWish): Box[] {
  const at = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + LABEL_HEIGHT });
  return [
    at(x - width / 2, y + AWAY - 1),
    at(x - width / 2, y - AWAY - LABEL_HEIGHT + 1),
    at(x + AWAY, y - LABEL_HEIGHT / 2),
    at(x - AWAY - width, y - LABEL_HEIGHT / 2),
  ];
}

function isOver(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
