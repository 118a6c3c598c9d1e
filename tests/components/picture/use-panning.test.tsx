// @vitest-environment happy-dom
import { cleanup, createEvent, fireEvent, render } from '@testing-library/preact';
import { useRef } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { usePanning } from '../../../components/picture/use-panning';

const pan = vi.fn();
const zoom = vi.fn();
let surface: SVGSVGElement;

function Surface() {
  const svg = useRef<SVGSVGElement>(null);
  usePanning(svg, { pan, zoom });
  return <svg ref={svg} data-testid="surface" />;
}

beforeEach(() => {
  const { getByTestId } = render(<Surface />);
  surface = getByTestId('surface') as Element as SVGSVGElement; // It is the svg above.
  surface.setPointerCapture = vi.fn();
});
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

/** @param buttons as the browser counts them: 1 while the first is held. */
function send(type: 'pointerDown' | 'pointerMove' | 'pointerUp', x: number, { id = 1, buttons = 1 } = {}): void {
  const init = { pointerId: id, clientX: x, clientY: 0, buttons, button: 0 };
  const event = createEvent[type](surface, init);
  // happy-dom ignores part of the init.
  for (const [name, value] of Object.entries(init)) Object.defineProperty(event, name, { value });
  fireEvent(surface, event);
}

describe('a picture that can be moved', () => {
  it('follows a drag, but not a click or a hover', () => {
    send('pointerMove', 10, { buttons: 0 });
    send('pointerDown', 10);
    send('pointerMove', 12);
    expect(pan).not.toHaveBeenCalled();
    send('pointerMove', 30);
    send('pointerMove', 35);
    expect(pan.mock.calls).toEqual([
      [20, 0],
      [5, 0],
    ]);
    send('pointerUp', 35, { buttons: 0 });
    send('pointerMove', 90, { buttons: 0 });
    expect(pan).toHaveBeenCalledTimes(2);
  });

  it('ends the drag of a pointer released outside', () => {
    send('pointerDown', 1);
    send('pointerMove', 60, { buttons: 0 });
    send('pointerMove', 90, { buttons: 0 });
    expect(pan).not.toHaveBeenCalled();
    send('pointerDown', 90, { id: 2 });
    send('pointerMove', 120, { id: 2 });
    expect([pan.mock.calls.length, zoom.mock.calls.length]).toEqual([1, 0]);
  });

  it('zooms by two fingers, about the resting one', () => {
    send('pointerDown', 100, { id: 1 });
    send('pointerDown', 200, { id: 2 });
    send('pointerMove', 300, { id: 2 });
    expect(zoom.mock.calls).toEqual([[2, { x: 100, y: 0, isDragging: false }]]);
    expect(pan).not.toHaveBeenCalled();
  });
});
