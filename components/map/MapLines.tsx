/** Draws the lines of the map. Types differ by stroke and sign, not by colour. */
import type { Line, LineType } from '../../glossary/book/relations';

/** Between the centres of two dots, in px. */
export interface DrawnLine extends Line {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  /** `near`: of the selected entry; `far`: of other entries while one is selected. */
  rank: 'plain' | 'near' | 'far';
}

/** From the end of a line to the centre of its dot, in px. */
const GAP = 7;

/** The signs that lines refer to by id, once per document. */
export function LineSigns() {
  return (
    <defs>
      <marker id="sign-kind-of" viewBox="0 0 12 10" refX="11" refY="5" markerWidth="11" markerHeight="9" orient="auto">
        <path class="sign-stroke sign-hollow" d="M1 1 11 5 1 9Z" />
      </marker>
      <marker id="sign-part-of" viewBox="0 0 12 8" refX="12" refY="4" markerWidth="11" markerHeight="8" orient="auto">
        <path class="sign" d="M0 4 6 .5 12 4 6 7.5Z" />
      </marker>
      <marker
        id="sign-organised-by"
        viewBox="0 0 10 10"
        refX="9"
        refY="5"
        markerWidth="8"
        markerHeight="8"
        orient="auto"
      >
        <path class="sign" d="M0 .5 9.5 5 0 9.5 2.5 5Z" />
      </marker>
      <marker
        id="sign-promoted-by"
        viewBox="0 0 10 10"
        refX="9"
        refY="5"
        markerWidth="8"
        markerHeight="8"
        orient="auto"
      >
        <path class="sign-stroke" d="M1 .5 9 5 1 9.5" />
      </marker>
      <marker id="sign-contrast" viewBox="0 0 12 12" refX="6" refY="6" markerWidth="12" markerHeight="12" orient="auto">
        <path class="sign-stroke" d="M4 1v10M8 1v10" />
      </marker>
    </defs>
  );
}

const END_SIGNS: Partial<Record<LineType, string>> = {
  'kind-of': 'url(#sign-kind-of)',
  'part-of': 'url(#sign-part-of)',
  'organised-by': 'url(#sign-organised-by)',
  'promoted-by': 'url(#sign-promoted-by)',
};

/** Draws nothing where the dots touch. */
export function MapLine({ type, rank, ...ends }: DrawnLine) {
  const path = pathOf(ends);
  if (!path) return null;
  return (
    <path
      class={`map-line line-${type} is-${rank}`}
      d={path}
      marker-end={rank === 'far' ? undefined : END_SIGNS[type]}
      marker-mid={type === 'contrast' && rank !== 'far' ? 'url(#sign-contrast)' : undefined}
    />
  );
}

/** From edge to edge of the dots, with a vertex in the middle for its sign; null where the dots touch. */
function pathOf({ x1, y1, x2, y2 }: Pick<DrawnLine, 'x1' | 'y1' | 'x2' | 'y2'>): string | null {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length < GAP * 2.5) return null;
  const [ux, uy] = [((x2 - x1) / length) * GAP, ((y2 - y1) / length) * GAP];
  const at = (x: number, y: number) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  return `M${at(x1 + ux, y1 + uy)}L${at((x1 + x2) / 2, (y1 + y2) / 2)}L${at(x2 - ux, y2 - uy)}`;
}
