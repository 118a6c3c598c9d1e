/** Tells narrow screens from wide ones. */

/** In CSS pixels at normal scale: a page without a viewport element is laid out wider than a phone, and reduced. */
const NARROW = 480;

/** Whether a tapped card is a sheet at the foot of the screen. */
export function isScreenNarrow(): boolean {
  const { width = innerWidth, scale = 1 } = visualViewport ?? {};
  return width * scale <= NARROW;
}
