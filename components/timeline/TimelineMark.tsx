/** Owns one thing that happened, in the picture: a dot for a day, a bar for what lasted or is dated less exactly. */
import { Decoration } from '../Decoration';
import { useTranslate } from '../i18n';
import { type DrawnMark, happeningText, labelWidth } from './draw-timeline';

interface Props {
  mark: DrawnMark;
  href: string;
  isStop: boolean;
  onHold(): void;
}

/** Shorter than this, a span is a dot, in px. */
const DOT = 10;
/** Larger than the mark, so that it can be hit. */
const TARGET = 24;

export function TimelineMark({ mark: { happening, left, right, y, text, label }, href, isStop, onHold }: Props) {
  const isExact = happening.end - happening.start === 1;
  const isBar = !isExact && right - left > DOT;
  const thickness = label === 'inside' ? 17 : 8;
  const after = (isBar ? right : left + DOT) + 5;
  const labelX = { inside: left + 9, beside: after, before: left - 5, none: after }[label];
  const start = label === 'before' ? labelX - labelWidth(text) : left;
  const end = label === 'beside' ? labelX + labelWidth(text) : right;
  const name = happeningText(useTranslate(), happening);
  return (
    <>
      <a
        class={`timeline-mark${happening.kind === 'bulletin' ? ' is-bulletin' : ''}`}
        href={href}
        data-happening={happening.key}
        aria-label={name}
        tabindex={isStop ? 0 : -1}
        draggable={false}
        onFocus={onHold}
        onPointerEnter={onHold}
      >
        <title>{name}</title>
        <rect
          class="map-target"
          x={start - TARGET / 2 + DOT / 2}
          y={y - TARGET / 2}
          width={Math.max(TARGET, end - start + DOT)}
          height={TARGET}
        />
        {isBar ? (
          <rect
            class="timeline-bar"
            x={left}
            y={y - thickness / 2}
            width={right - left}
            height={thickness}
            rx={thickness / 2}
          />
        ) : (
          <circle class={isExact ? 'timeline-dot' : 'timeline-dot is-vague'} cx={left + DOT / 2} cy={y} r={DOT / 2} />
        )}
      </a>
      {/* Beside the link, whose name says it in full: a shortened text is no part of that. */}
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
