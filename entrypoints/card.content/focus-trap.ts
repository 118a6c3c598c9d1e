/** Keeps the Tab key inside a card that has the focus. */

const FOCUSABLE = 'a[href], button:not(:disabled), summary, [tabindex="0"]';

/** Makes Tab cycle through the elements of `body` until `signal` aborts. */
export function trapFocus(body: HTMLElement, root: ShadowRoot, signal: AbortSignal): void {
  body.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return;
      const stops = [...body.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((stop) => stop.checkVisibility());
      const [first, last] = [stops[0], stops.at(-1)];
      const active = root.activeElement;
      const isAtEnd = event.shiftKey ? active === first || active === body : active === last;
      if (!isAtEnd || !first || !last) return;
      event.preventDefault();
      (event.shiftKey ? last : first).focus();
    },
    { signal },
  );
}
