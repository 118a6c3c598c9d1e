/** The strip above the timeline: all of time, and a window over the visible part. Hidden from screen readers. */
import { useRef } from 'preact/hooks';
import type { TimelineItem } from '../../glossary/book/timeline-items';
import { useSize } from '../picture/use-size';
import { moveTime, placeOf, type Stretch, ticksOf } from './scale';

interface Props {
  items: readonly TimelineItem[];
  whole: Stretch;
  visible: Stretch;
  onView(visible: Stretch): void;
}

const HEIGHT = 46;
const BASE = 28;
/** Half the width of four digits, in px: no year is cut off at the edge. */
const HALF_YEAR = 15;

/** Press or drag to centre the window at the pointer. The buttons of the page do the same. */
export function TimelineOverview({ items, whole, visible, onView }: Props) {
  const strip = useRef<SVGSVGElement>(null);
  const { width } = useSize(strip, { width: 1000, height: HEIGHT });
  const at = (day: number) => placeOf(day, whole, width);
  const seek = (event: PointerEvent) => {
    if (event.buttons !== 1 || !strip.current) return;
    const day =
      whole.start + ((event.clientX - strip.current.getBoundingClientRect().left) / width) * (whole.end - whole.start);
    const days = visible.end - visible.start;
    onView(moveTime(visible, (day - days / 2 - visible.start) / days, whole));
  };
  return (
    <svg
      ref={strip}
      class="timeline-overview"
      height={HEIGHT}
      aria-hidden="true"
      onPointerDown={seek}
      onPointerMove={seek}
    >
      <rect
        class="timeline-window"
        x={at(visible.start)}
        y={1}
        width={Math.max(4, at(visible.end) - at(visible.start))}
        height={BASE}
      />
      <path class="timeline-rule" d={`M0 ${BASE + 1}H${width}`} />
      {items.map((item, i) => (
        <circle
          key={item.key}
          class={item.kind === 'bulletin' ? 'tone-bulletin' : `tone-${item.entry.category}`}
          cx={at(item.start)}
          cy={5 + ((i * 7) % 20)}
          r={2}
        />
      ))}
      {ticksOf(whole, width).map(({ day, label }) => (
        <text key={label} x={Math.min(Math.max(at(day), HALF_YEAR), width - HALF_YEAR)} y={HEIGHT - 4}>
          {label}
        </text>
      ))}
    </svg>
  );
}
