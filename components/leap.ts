/** Owns going to another part of the page: in sight, and with the focus, as a link to it would. */

/** Does nothing where there is no such element. */
export function leapTo(id: string): void {
  const element = document.getElementById(id);
  element?.scrollIntoView?.({ block: 'start' });
  element?.focus({ preventScroll: true });
}
