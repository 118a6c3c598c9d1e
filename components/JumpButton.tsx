/** Leads to another part of the page: a button where the fragment of the address names the page, otherwise a link. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Whether the fragment of the address is free for parts of the page, as on the published site. */
export const FreeFragment = createContext(false);

interface Props {
  /** Id of an element that takes the focus. */
  to: string;
  class?: string;
  children: ComponentChildren;
}

/** Scrolls to the element and focuses it, also where it is no link. Does nothing where the element is absent. */
export function JumpButton({ to, class: className, children }: Props) {
  if (useContext(FreeFragment)) {
    return (
      <a class={className} href={`#${to}`}>
        {children}
      </a>
    );
  }
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
