/** Draws a row of the timeline: its name, its marks with their labels, and the counts of its crowds. */
import type { TimelineItem } from '../../glossary/book/timeline-items';
import { useTranslate } from '../i18n';
import { Decoration } from '../picture/PictureTools';
import { type DrawnMark, type DrawnRow, itemText, labelWidth } from './draw-timeline';

interface Props {
  row: DrawnRow;
  /** Of the picture, in px. */
  width: number;
  /** Key of the mark at which the Tab key stops; null for none. */
  active: string | null;
  href(item: TimelineItem): string;
  /** The focus or the pointer is on a mark. */
  onCurrent(key: string): void;
}

/** Every mark is a link, named by its text in full. */
export function TimelineRow({ row, width, active, href, onCurrent }: Props) {
  return (
    <g class={`timeline-row tone-${row.kind}`}>
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
        <Mark
          key={mark.key}
          mark={mark}
          href={href(mark.item)}
          isActive={mark.key === active}
          onCurrent={() => onCurrent(mark.key)}
        />
      ))}
    </g>
  );
}

interface MarkProps {
  mark: DrawnMark;
  href: string;
  isActive: boolean;
  onCurrent(): void;
}

/** Diameter of a dot. A shorter span is drawn as a dot, in px. */
const DOT = 10;
/** Side of the area that takes clicks, larger than a dot, in px. */
const TARGET = 24;

/** A dot for a day, a bar for a span or a less exact date. */
function Mark({ mark, href, isActive, onCurrent }: MarkProps) {
  const { item, left, right, y, text, label } = mark;
  const isBar = !isDay(item) && right - left > DOT;
  const after = (isBar ? right : left + DOT) + 5;
  const labelX = { inside: left + 9, beside: after, before: left - 5, none: after }[label];
  const start = label === 'before' ? labelX - labelWidth(text) : left;
  const end = label === 'beside' ? labelX + labelWidth(text) : right;
  const name = itemText(useTranslate(), item);
  return (
    <>
      <a
        class={`timeline-mark${item.kind === 'bulletin' ? ' is-bulletin' : ''}`}
        href={href}
        data-item={item.key}
        aria-label={name}
        tabindex={isActive ? 0 : -1}
        draggable={false}
        onFocus={onCurrent}
        onPointerEnter={onCurrent}
      >
        <title>{name}</title>
        <rect
          class="map-target"
          x={start - TARGET / 2 + DOT / 2}
          y={y - TARGET / 2}
          width={Math.max(TARGET, end - start + DOT)}
          height={TARGET}
        />
        {isBar ? <Bar {...mark} /> : <Point {...mark} />}
      </a>
      {/* Outside the link, whose name already has this text in full. */}
      {label !== 'none' && (
        <Decoration>
          <text class={label === 'before' ? 'timeline-label is-before' : 'timeline-label'} x={labelX} y={y + 4.5}>
            {text}
          </text>
        </Decoration>
      )}
    </>
  );
}

function Bar({ left, right, y, label }: DrawnMark) {
  const height = label === 'inside' ? 17 : 8;
  return <rect class="timeline-bar" x={left} y={y - height / 2} width={right - left} height={height} rx={height / 2} />;
}

function Point({ item, left, y }: DrawnMark) {
  return (
    <circle class={isDay(item) ? 'timeline-dot' : 'timeline-dot is-vague'} cx={left + DOT / 2} cy={y} r={DOT / 2} />
  );
}

function isDay({ start, end }: TimelineItem): boolean {
  return end - start === 1;
}
