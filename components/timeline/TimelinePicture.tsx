/** Owns the picture of the timeline: rows of what happened, seen by pointer and by keyboard. */
import { useMemo, useRef, useState } from 'preact/hooks';
import type { Happening } from '../../glossary/book/happenings';
import { Decoration } from '../Decoration';
import { useTranslate } from '../i18n';
import { usePanning } from '../map/use-panning';
import { useSize } from '../map/use-size';
import { PictureTools } from '../PictureTools';
import { AXIS, type DrawnRow, drawTimeline, happeningText, type RowKind } from './draw-timeline';
import { moveTime, revealDay, type Stretch, zoomTime } from './scale';
import { TimelineMark } from './TimelineMark';
import { TimelineOverview } from './TimelineOverview';

interface Props {
  happenings: readonly Happening[];
  whole: Stretch;
  seen: Stretch;
  onSee(seen: Stretch): void;
  href(happening: Happening): string;
}

const START = { width: 1000, height: 600 };
const ZOOM_STEP = 1.6;
/** By which things are stepped through in the order of time, and rows. */
const STEPS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };
const ROW_STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

export function TimelinePicture({ happenings, whole, seen, onSee, href }: Props) {
  const t = useTranslate();
  const surface = useRef<SVGSVGElement>(null);
  const { width } = useSize(surface, START);
  const drawing = useMemo(() => {
    const nameOf = (kind: RowKind) => (kind === 'bulletin' ? t('timeline_bulletins') : t(`category_${kind}`));
    return drawTimeline(happenings, { seen, width, nameOf });
  }, [happenings, seen, width, t]);
  const timeWidth = width - drawing.gutter;
  const moves = useRef({ pan: (_dx: number, _dy: number) => {}, zoom: (_factor: number, _at: { x: number }) => {} });
  moves.current = {
    pan: (dx) => onSee(moveTime(seen, -dx / timeWidth, whole)),
    zoom: (factor, { x }) => onSee(zoomTime(seen, factor, Math.max(0, x - drawing.gutter) / timeWidth, whole)),
  };
  usePanning(surface, moves);
  const marks = drawing.rows.flatMap((row) => row.marks);
  const [stop, setStop] = useState<string | null>(null);
  const active = marks.some(({ key }) => key === stop) ? stop : (marks[0]?.key ?? null);
  const inHand = happenings.find(({ key }) => key === stop);

  const go = (happening: Happening | undefined) => {
    if (!happening) return;
    setStop(happening.key);
    onSee(revealDay(seen, happening.start, whole));
    // It may be drawn only with the next frame.
    requestAnimationFrame(() =>
      surface.current?.querySelector<SVGElement>(`[data-happening="${happening.key}"]`)?.focus(),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = drawing.rows.find(({ marks: inRow }) => inRow.some(({ key }) => key === active));
    const [along, across] = [STEPS[event.key], ROW_STEPS[event.key]];
    // What finds no room has no mark to be focused: from there, too, the arrows lead on.
    if (along) go(stepInTime(happenings, inHand?.key ?? active, along));
    else if (across) go(stepToRow(drawing.rows, row, { active, across }));
    else if (event.key === '+' || event.key === '=') onSee(zoomTime(seen, ZOOM_STEP, 0.5, whole));
    else if (event.key === '-') onSee(zoomTime(seen, 1 / ZOOM_STEP, 0.5, whole));
    else if (event.key === '0') onSee(whole);
    else return;
    event.preventDefault();
  };
  return (
    <div class="picture timeline">
      <TimelineOverview happenings={happenings} whole={whole} seen={seen} onSee={onSee} />
      {/* biome-ignore lint/a11y/useSemanticElements: a picture cannot be a fieldset. */}
      <svg
        ref={surface}
        class="timeline-picture"
        role="group"
        aria-label={t('timeline_title')}
        aria-describedby="timeline-help"
        height={drawing.height}
        onKeyDown={onKeyDown}
      >
        <Decoration>
          {drawing.ticks.map(({ x, label }) => (
            <g key={label} class="timeline-tick">
              <path d={`M${x.toFixed(1)} ${AXIS - 4}V${drawing.height}`} />
              <text x={x} y={AXIS - 10}>
                {label}
              </text>
            </g>
          ))}
        </Decoration>
        {drawing.rows.map((row) => (
          <g key={row.kind} class={`timeline-row tone-${row.kind}`}>
            <path class="timeline-rule" d={`M0 ${row.top}H${width}`} />
            <Decoration>
              <text class="timeline-name" x={4} y={row.top + 20}>
                {row.name}
              </text>
              {row.crowds.map(({ keys, x, y }) => (
                <text key={keys[0]} class="timeline-crowd" x={x} y={y + 4}>
                  +{keys.length}
                </text>
              ))}
            </Decoration>
            {row.marks.map((mark) => (
              <TimelineMark
                key={mark.key}
                mark={mark}
                href={href(mark.happening)}
                isStop={mark.key === active}
                onHold={() => setStop(mark.key)}
              />
            ))}
          </g>
        ))}
      </svg>
      <p class="timeline-said" aria-live="polite">
        {inHand ? happeningText(t, inHand) : t('timeline_none_in_hand')}
      </p>
      <PictureTools
        onZoom={(isIn) => onSee(zoomTime(seen, isIn ? ZOOM_STEP : 1 / ZOOM_STEP, 0.5, whole))}
        onWhole={() => onSee(whole)}
      />
    </div>
  );
}

/** The next (or the one before) in the order of time, of all rows. */
function stepInTime(happenings: readonly Happening[], from: string | null, by: number): Happening | undefined {
  const at = happenings.findIndex(({ key }) => key === from);
  return happenings[Math.min(happenings.length - 1, Math.max(0, at + by))];
}

/** In the row below or above, what stands nearest. */
function stepToRow(
  rows: readonly DrawnRow[],
  row: DrawnRow | undefined,
  { active, across }: { active: string | null; across: number },
): Happening | undefined {
  const from = row?.marks.find(({ key }) => key === active);
  if (!row || !from) return undefined;
  for (let i = rows.indexOf(row) + across; i >= 0 && i < rows.length; i += across) {
    const [nearest] = [...(rows[i]?.marks ?? [])].sort(
      (a, b) => Math.abs(a.left - from.left) - Math.abs(b.left - from.left),
    );
    if (nearest) return nearest.happening;
  }
  return undefined;
}
