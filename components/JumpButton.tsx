/** A button that leads to another part of the page. Links cannot: the fragment of the address names the page. */
import type { ComponentChildren } from 'preact';

interface Props {
  /** Id of an element that takes the focus. */
  to: string;
  class?: string;
  children: ComponentChildren;
}

/** Scrolls to the element and focuses it, as a link would. Does nothing where it is absent. */
export function JumpButton({ to, class: className, children }: Props) {
  const jump = () => {
    const element = document.getElementById(to);
    element?.scrollIntoView?.({ block: 'start' });
    element?.focus({ preventScroll: true });
  };
  return (
    <button type="button" class={className} onClick={jump}>
      {children}
    </button>
  );
}
