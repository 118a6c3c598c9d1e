// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LongList } from '../../components/LongList';

/** What the list observes; happy-dom lays nothing out. */
const observed = new Map<Element, (isIntersecting: boolean) => void>();

beforeEach(() => {
  observed.clear();
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly #report: IntersectionObserverCallback;
      constructor(report: IntersectionObserverCallback) {
        this.#report = report;
      }
      observe(part: Element): void {
        const boundingClientRect = { height: 1234 };
        observed.set(part, (isIntersecting) =>
          this.#report([{ isIntersecting, boundingClientRect } as IntersectionObserverEntry], this as never),
        );
      }
      disconnect(): void {}
    },
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (count: number) =>
  render(
    <LongList
      items={Array.from({ length: count }, (_, i) => i)}
      lineHeight={30}
      renderItem={(item) => (
        <li key={item}>
          <button type="button">{item}</button>
        </li>
      )}
    />,
  );
const parts = () => [...observed.keys()] as HTMLElement[];
const move = (part: number, isNear: boolean) => act(() => observed.get(parts()[part] as Element)?.(isNear));

describe('a long list', () => {
  it('renders a short one whole, wherever it is', () => {
    show(100);
    expect(screen.getAllByRole('listitem')).toHaveLength(100);
    expect(parts()).toEqual([]);
  });

  it('renders the parts near the reader, and keeps the height of the others', () => {
    show(250);
    expect(screen.getAllByRole('listitem')).toHaveLength(100);
    expect(parts().map(({ style }) => style.height)).toEqual(['', '3000px', '1500px']);
    move(2, true);
    expect(screen.getByText('249')).toBeTruthy();
    move(0, false);
    expect(screen.queryByText('0')).toBeNull();
    expect(parts()[0]?.style.height).toBe('1234px');
  });

  it('keeps the part that has the focus', () => {
    show(250);
    screen.getByText('3').focus();
    move(0, false);
    expect(document.activeElement?.textContent).toBe('3');
  });
});
