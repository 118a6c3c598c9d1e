/** Owns what of a picture is for the eye only: its names are said by what can be reached. */
import type { ComponentChild } from 'preact';

export function Decoration({ children }: { children: ComponentChild }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a picture cannot be focused.
  return <g aria-hidden="true">{children}</g>;
}
