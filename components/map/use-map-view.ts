/** Keeps which part of the map is visible. */
import type { RefObject } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { usePanning } from '../picture/use-panning';
import { useSize } from '../picture/use-size';
import { type MapLayout, placeOf } from './places';
import { fitView, initialView, isVisible, pan, reveal, type View, zoom } from './view';

const INITIAL_SIZE = { width: 1000, height: 620 };

/**
 * The view and what changes it. Until the reader moves the map, the view follows the size of the window.
 * @param surface is moved and zoomed by pointer.
 * @param selected the entry a small window opens around; null for the middle of the map.
 */
export function useMapView(surface: RefObject<SVGSVGElement | null>, layout: MapLayout, selected: string | null) {
  const size = useSize(surface, INITIAL_SIZE);
  const bounds = useMemo(() => boundsOf(layout.regions), [layout]);
  const [state, setState] = useState<View | 'initial' | 'all'>('initial');
  const viewOf = (now: typeof state): View => {
    if (typeof now === 'object') return now;
    return now === 'all' ? fitView(bounds, size) : initialView(bounds, size, placeOf(layout, selected));
  };
  const zoomAt = (factor: number, at: { x: number; y: number }) => setState((now) => zoom(viewOf(now), factor, at));
  usePanning(surface, {
    pan: (dx, dy) => setState((now) => pan(viewOf(now), dx, dy)),
    zoom: zoomAt,
  });
  return {
    view: viewOf(state),
    size,
    /** About the middle of the window. */
    zoomBy: (factor: number) => zoomAt(factor, { x: size.width / 2, y: size.height / 2 }),
    fitAll: () => setState('all'),
    /** Moves the map by the least distance that shows the entry in the window. Does nothing for an unknown id. */
    revealEntry: (id: string) => {
      const place = placeOf(layout, id);
      if (!place) return;
      setState((now) => {
        const view = viewOf(now);
        return typeof now === 'string' && isVisible(view, place, size) ? now : reveal(view, place, size);
      });
    },
  };
}

function boundsOf(regions: MapLayout['regions']) {
  return {
    left: Math.min(...regions.map(({ x, rx }) => x - rx)),
    right: Math.max(...regions.map(({ x, rx }) => x + rx)),
    top: Math.min(...regions.map(({ y, ry }) => y - ry)),
    bottom: Math.max(...regions.map(({ y, ry }) => y + ry)),
  };
}
