/** Owns the strip above the timeline: all of time, and which part of it is seen. A picture only: the buttons do the same. */
import { useRef } from 'preact/hooks';
import type { Happening } from '../../glossary/book/happenings';
import { useSize } from '../map/use-size';
import { moveTime, placeOf, type Stretch, ticksOf } from './scale';

interface Props {
  happenings: readonly Happening[];
  whole: Stretch;
  seen: Stretch;
  onSee(seen: Stretch): void;
}

const HEIGHT = 46;
const BASE = 28;
/** Half the width of a year's four digits, in CSS pixels: at the edge none is cut. */
const HALF_YEAR = 15;

export function TimelineOverview({ happenings, whole, seen, onSee }: Props) {
  const strip = useRef<SVGSVGElement>(null);
  const { width } = useSize(strip, { width: 1000, height: HEIGHT });
  const at = (day: number) => placeOf(day, whole, width);
  const seek = (event: PointerEvent) => {
    if (event.buttons !== 1 || !strip.current) return;
    const day =
      whole.start + ((event.clientX - strip.current.getBoundingClientRect().left) / width) * (whole.end - whole.start);
    const days = seen.end - seen.start;
    onSee(moveTime(seen, (day - days / 2 - seen.start) / days, whole));
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
        x={at(seen.start)}
        y={1}
        width={Math.max(4, at(seen.end) - at(seen.start))}
        height={BASE}
      />
      <path class="timeline-rule" d={`M0 ${BASE + 1}H${width}`} />
      {happenings.map((happening, i) => (
        <circle
          key={happening.key}
          class={happening.kind === 'bulletin' ? 'tone-bulletin' : `tone-${happening.entry.category}`}
          cx={at(happening.start)}
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
