/** Applies CSS filters to luminances. */

/** Relative luminance, from 0 for black to 1 for white. */
export type Luminance = number;

/** Applies the functions of a computed `filter` that change how light something is. */
export function filtered(luminance: Luminance, filter: string): Luminance {
  let light = luminance;
  for (const [, name, value = '1'] of filter.matchAll(/(invert|brightness|contrast)\(([\d.]+%?)?\)/g)) {
    const amount = value.endsWith('%') ? Number.parseFloat(value) / 100 : Number(value);
    if (name === 'invert') light = inverted(light, Math.min(1, amount));
    else if (name === 'brightness') light = toLinear(clamp(toGrey(light) * amount));
    else light = toLinear(clamp((toGrey(light) - 0.5) * amount + 0.5));
  }
  return light;
}

/** Inverts a luminance; `amount` from 0 (not at all) to 1. */
export function inverted(light: Luminance, amount: number): Luminance {
  const grey = toGrey(light);
  return toLinear(grey * (1 - amount) + (1 - grey) * amount);
}

/** The grey of a luminance in sRGB, from 0 to 1: filters work on that. */
function toGrey(light: Luminance): number {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}

function toLinear(grey: number): Luminance {
  return grey <= 0.04045 ? grey / 12.92 : ((grey + 0.055) / 1.055) ** 2.4;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
