/** Places the labels of the map so that none covers another or a dot. */

/** A label that is to be placed if there is room. */
export interface WantedLabel {
  id: string;
  /** Centre of its dot, in px. */
  x: number;
  y: number;
  /** Of the text, in px. */
  width: number;
  /** Labels of greater weight are placed first. */
  weight: number;
  /** Whether it may cover dots. */
  isForced?: boolean;
}

/** A label that fits, by its top left corner, in px. */
export interface PlacedLabel {
  id: string;
  left: number;
  top: number;
  width: number;
}

/** In px. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const LABEL_HEIGHT = 18;
/** From the centre of a dot to its label, in px. */
const AWAY = 8;
/** Half the width of a dot that labels avoid, in px. */
const DOT = 5;

/**
 * The labels that fit into the picture: each below its dot where possible, else above, right or left of it.
 * Quadratic in the number of wanted labels.
 * @param covered boxes no label may cover.
 */
export function placeLabels(
  wanted: readonly WantedLabel[],
  size: { width: number; height: number },
  covered: readonly Box[] = [],
): PlacedLabel[] {
  const dots = wanted.map(({ x, y }): Box => ({ left: x - DOT, top: y - DOT, right: x + DOT, bottom: y + DOT }));
  const taken = [...covered];
  const placed: PlacedLabel[] = [];
  const sorted = wanted
    .map((label, i) => ({ label, own: dots[i] }))
    .sort((a, b) => b.label.weight - a.label.weight || (a.label.id < b.label.id ? -1 : 1));
  for (const { label, own } of sorted) {
    const box = candidates(label).find(
      (candidate) =>
        candidate.left >= 0 &&
        candidate.right <= size.width &&
        candidate.top >= 0 &&
        candidate.bottom <= size.height &&
        !taken.some((other) => isOver(candidate, other)) &&
        (label.isForced || !dots.some((dot) => dot !== own && isOver(candidate, dot))),
    );
    if (!box) continue;
    taken.push(box);
    placed.push({ id: label.id, left: box.left, top: box.top, width: label.width });
  }
  return placed;
}

function candidates({ x, y, width }: WantedLabel): Box[] {
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
