/** Owns telling whether the page is dark at a place: by what is painted there, not by what the system prefers. */
import { composedParentOf, isElement } from '../dom';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** Ancestors looked at: a page nests as deep as it likes. */
const MAX_DEPTH = 200;
/** A layer that lets less than this through hides what is below it. */
const OPAQUE = 0.9;
/** Relative luminance of the grey on which black and white are equally legible. */
const MIDDLE = 0.179;

/**
 * Whether the ground under `element` is dark. The nearest solid background decides; where there is none (a picture, a
 * gradient, the bare canvas), the colour of the text does: light text stands on dark ground.
 */
export function isDarkAt(element: Element): boolean {
  let node: Node | null = element;
  for (let depth = 0; node && depth < MAX_DEPTH; depth++, node = composedParentOf(node)) {
    if (!isElement(node)) continue;
    const { backgroundColor, backgroundImage } = getComputedStyle(node);
    const colour = parseColour(backgroundColor);
    if (colour && colour[3] >= OPAQUE) return luminanceOf(colour) < MIDDLE;
    if (backgroundImage !== 'none') break;
  }
  const ink = parseColour(getComputedStyle(element).color);
  return ink ? luminanceOf(ink) > MIDDLE : matchMedia('(prefers-color-scheme: dark)').matches;
}

/** A computed colour as sRGB, each from 0 to 1; null for what cannot be read. */
function parseColour(computed: string): Colour | null {
  const rgb = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(computed);
  if (rgb) return [Number(rgb[1]) / 255, Number(rgb[2]) / 255, Number(rgb[3]) / 255, Number(rgb[4] ?? 1)];
  return paintedColour(computed);
}

/** Other colour spaces are left to the browser: a pixel is painted and read. */
function paintedColour(computed: string): Colour | null {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return null;
  context.fillStyle = computed;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red / 255, green / 255, blue / 255, alpha / 255];
}

function luminanceOf([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
