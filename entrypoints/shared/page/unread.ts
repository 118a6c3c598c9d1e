/** Elements that the engine and the prefilter read differently from ordinary text. Names are separated by spaces. */

/** Scripts, controls, and what stands in for a picture or a number: their text is not read. */
export const UNREAD = 'script style noscript textarea select audio canvas meter object progress video xmp';
/** Readings of ruby: they interrupt the words they stand above. */
export const READINGS = 'rt rp rtc';
/** Code and drawings: their text is no prose, and no part of the text around them. */
export const CODE = 'code kbd samp tt var svg math';
/** Matches elements hidden by attribute, by a class of the common frameworks, or far off the page: the words around them are read as one. */
export const HIDDEN =
  '[hidden], .sr-only, .visually-hidden, .visuallyhidden, .screen-reader-text, [style*="display:none"], [style*="display: none"], [style*="-999"]';
