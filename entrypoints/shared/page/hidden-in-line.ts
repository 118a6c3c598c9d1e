/** Which parts of a line nobody sees: the words around them are read as one. */

/** Matches elements hidden by attribute, by a class of the common frameworks, or far off the page. */
export const HIDDEN =
  '[hidden], .sr-only, .visually-hidden, .visuallyhidden, .screen-reader-text, [style*="display:none"], [style*="display: none"], [style*="-999"]';
