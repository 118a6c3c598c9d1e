/** Tells whether the page is dark at a place, by how its colours are painted instead of the system's preference. */
import { composedParentOf, isElement } from '../dom';
import { paintedLuminance } from './painted-luminance';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** The most ancestors that are checked: a page can nest elements without limit. */
const MAX_DEPTH = 200;
/** A background with at least this alpha hides what is below it. */
const OPAQUE = 0.9;
/** Relative luminance of the grey on which black and white are equally legible. */
const MIDDLE = 0.179;

/**
 * Whether the background of `element` is dark. The nearest solid background decides; where there is none (a picture, a
 * gradient, the bare canvas), the text's colour does: light text is on a dark background.
 */
export function isDarkAt(element: Element): boolean {
  let node: Node | null = element;
  for (let depth = 0; node && depth < MAX_DEPTH; depth++, node = composedParentOf(node)) {
    if (!isElement(node)) continue;
    const { backgroundColor, backgroundImage } = getComputedStyle(node);
    const colour = parseColour(backgroundColor);
    if (colour && colour[3] >= OPAQUE) return paintedLuminance(luminanceOf(colour), node) < MIDDLE;
    if (backgroundImage !== 'none') break;
  }
  const ink = parseColour(getComputedStyle(element).color);
  if (ink) return paintedLuminance(luminanceOf(ink), element) > MIDDLE;
  return matchMedia('(prefers-color-scheme: dark)').matches;
}

/** A computed colour in sRGB, each channel from 0 to 1; null if it cannot be read. */
function parseColour(computed: string): Colour | null {
  const rgb = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(computed);
  if (rgb) return [Number(rgb[1]) / 255, Number(rgb[2]) / 255, Number(rgb[3]) / 255, Number(rgb[4] ?? 1)];
  return paintedColour(computed);
}

/** Converts other colour spaces by the browser: paints a pixel and reads it. */
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
