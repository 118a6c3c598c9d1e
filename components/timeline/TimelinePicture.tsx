/** Draws the timeline as rows of marks and one stop of the Tab key: arrow keys move the focus, the pointer moves time. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TimelineItem } from '../../glossary/book/timeline-items';
import { useTranslate } from '../i18n';
import { Decoration, PictureTools } from '../picture/PictureTools';
import { usePanning } from '../picture/use-panning';
import { useSize } from '../picture/use-size';
import { AXIS, drawTimeline, itemText, type RowKind, type TimelineDrawing } from './draw-timeline';
import { moveTime, revealDay, type Stretch, zoomTime } from './scale';
import { stepInTime, stepToRow } from './step';
import { TimelineOverview } from './TimelineOverview';
import { TimelineRow } from './TimelineRow';

interface Props {
  /** In the order of time. */
  items: readonly TimelineItem[];
  whole: Stretch;
  visible: Stretch;
  onView(visible: Stretch): void;
  href(item: TimelineItem): string;
}

const INITIAL_SIZE = { width: 1000, height: 600 };
const ZOOM_STEP = 1.6;
const STEPS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };
const ROW_STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** The line below the picture says the current item in full. */
export function TimelinePicture({ items, whole, visible, onView, href }: Props) {
  const t = useTranslate();
  const surface = useRef<SVGSVGElement>(null);
  const { drawing, width } = useDrawing(surface, items, visible);
  const timeWidth = width - drawing.gutter;
  const zoomBy = (factor: number, share = 0.5) => onView(zoomTime(visible, factor, share, whole));
  usePanning(surface, {
    pan: (dx) => onView(moveTime(visible, -dx / timeWidth, whole)),
    zoom: (factor, { x }) => zoomBy(factor, Math.max(0, x - drawing.gutter) / timeWidth),
  });
  const { current, setCurrent, moveTo } = useCurrent(surface);
  const shown = items.find(({ key }) => key === current);
  const marks = drawing.rows.flatMap((row) => row.marks);
  const active = marks.some(({ key }) => key === current) ? current : (marks[0]?.key ?? null);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const [along, across] = [STEPS[event.key], ROW_STEPS[event.key]];
    // An item in a crowd has no mark to focus; arrow keys still go on from it.
    const next = along
      ? stepInTime(items, shown?.key ?? active, along)
      : across && stepToRow(drawing.rows, active, across);
    if (next) {
      moveTo(next.key);
      onView(revealDay(visible, next.start, whole));
    } else if (event.key === '+' || event.key === '=') zoomBy(ZOOM_STEP);
    else if (event.key === '-') zoomBy(1 / ZOOM_STEP);
    else if (event.key === '0') onView(whole);
    else if (!across) return;
    event.preventDefault();
  };
  return (
    <div class="picture timeline">
      <TimelineOverview items={items} whole={whole} visible={visible} onView={onView} />
      {/* biome-ignore lint/a11y/useSemanticElements: a picture cannot be a fieldset. */}
      <svg
        ref={surface}
        class="timeline-picture"
        // Without a script, the picture keeps its first size and is scaled.
        viewBox={`0 0 ${width} ${drawing.height}`}
        role="group"
        aria-label={t('timeline_title')}
        aria-describedby="timeline-help"
        height={drawing.height}
        onKeyDown={onKeyDown}
      >
        <Ticks {...drawing} />
        {drawing.rows.map((row) => (
          <TimelineRow key={row.kind} row={row} width={width} active={active} href={href} onCurrent={setCurrent} />
        ))}
      </svg>
      <p class="timeline-said" aria-live="polite">
        {shown ? itemText(t, shown) : t('timeline_none_current')}
      </p>
      <PictureTools onZoom={(isIn) => zoomBy(isIn ? ZOOM_STEP : 1 / ZOOM_STEP)} onFit={() => onView(whole)} />
    </div>
  );
}

function useDrawing(surface: { current: SVGSVGElement | null }, items: readonly TimelineItem[], visible: Stretch) {
  const t = useTranslate();
  const { width } = useSize(surface, INITIAL_SIZE);
  const drawing = useMemo(() => {
    const nameOf = (kind: RowKind) => (kind === 'bulletin' ? t('timeline_bulletins') : t(`category_${kind}`));
    return drawTimeline(items, { visible, width, nameOf });
  }, [items, visible, width, t]);
  return { drawing, width };
}

/** The item the reader is at, by key. `moveTo` also focuses its mark, once that is drawn. */
function useCurrent(surface: { current: SVGSVGElement | null }) {
  const [current, setCurrent] = useState<{ key: string; isToFocus: boolean } | null>(null);
  useLayoutEffect(() => {
    if (current?.isToFocus) surface.current?.querySelector<SVGElement>(`[data-item="${current.key}"]`)?.focus();
  }, [current]);
  return {
    current: current?.key ?? null,
    setCurrent: (key: string) => setCurrent((now) => (now?.key === key ? now : { key, isToFocus: false })),
    moveTo: (key: string) => setCurrent({ key, isToFocus: true }),
  };
}

function Ticks({ ticks, height }: Pick<TimelineDrawing, 'ticks' | 'height'>) {
  return (
    <Decoration>
      {ticks.map(({ x, label }) => (
        <g key={label} class="timeline-tick">
          <path d={`M${x.toFixed(1)} ${AXIS - 4}V${height}`} />
          <text x={x} y={AXIS - 10}>
            {label}
          </text>
        </g>
      ))}
    </Decoration>
  );
}
