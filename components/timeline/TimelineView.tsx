/** Owns the timeline page: stretches to choose from, the picture, and the same as a list. */
import { useMemo, useState } from 'preact/hooks';
import { spanOf } from '../../glossary/book/dates';
import type { Happening } from '../../glossary/book/happenings';
import { useTranslate } from '../i18n';
import { leapTo } from '../leap';
import { type Stretch, stretchOf } from './scale';
import { TimelineList } from './TimelineList';
import { TimelinePicture } from './TimelinePicture';

interface Props {
  /** In the order of time. */
  happenings: readonly Happening[];
  entryHref(entry: string): string;
  bulletinHref(bulletin: string): string;
  passageHref(bulletin: string, passage: string): string;
}

/** How many of the latest things are seen at first: the far past has few, and would press the rest together. */
const FIRST_SHARE = 0.8;
/** Of a stretch, left empty at its end. */
const ROOM = 0.17;

export function TimelineView({ happenings, entryHref, bulletinHref, passageHref }: Props) {
  const t = useTranslate();
  const whole = useMemo(() => stretchOf(happenings), [happenings]);
  const stretches = useMemo(() => stretchesOf(happenings, whole), [happenings, whole]);
  const [seen, setSeen] = useState<Stretch>(stretches[1]?.stretch ?? whole);
  const href = (happening: Happening) =>
    happening.kind === 'bulletin' ? bulletinHref(happening.bulletin.id) : entryHref(happening.entry.id);
  if (happenings.length === 0) return <p class="book-notice">{t('timeline_empty')}</p>;
  return (
    <>
      <h1>{t('timeline_title')}</h1>
      <p class="book-line" id="timeline-help">
        {t('timeline_help')}{' '}
        <button type="button" class="as-link" onClick={() => leapTo('timeline-list')}>
          {t('picture_list')}
        </button>
      </p>
      <fieldset class="timeline-stretches">
        <legend>{t('timeline_stretch')}</legend>
        {stretches.map(({ label, stretch }, i) => (
          <button
            key={label}
            type="button"
            aria-pressed={stretch.start === seen.start && stretch.end === seen.end}
            onClick={() => setSeen(stretch)}
          >
            {i === 0 ? t('timeline_all') : label}
          </button>
        ))}
      </fieldset>
      <TimelinePicture happenings={happenings} whole={whole} seen={seen} onSee={setSeen} href={href} />
      <TimelineList happenings={happenings} href={href} passageHref={passageHref} />
    </>
  );
}

/** The whole; the years most things are in; the last of these; the months around the bulletins. */
function stretchesOf(happenings: readonly Happening[], whole: Stretch): { label: string; stretch: Stretch }[] {
  const yearOf = ({ start }: Happening) => new Date(start * 86_400_000).getUTCFullYear();
  const bulletins = happenings.filter(({ kind }) => kind === 'bulletin');
  const last = bulletins.at(-1) ?? happenings.at(-1);
  const first = happenings[Math.floor(happenings.length * (1 - FIRST_SHARE))];
  if (!last || !first) return [{ label: '', stretch: whole }];
  const [from, to] = [Math.min(yearOf(first), yearOf(last)), yearOf(last)];
  const month = (date: number) => new Date(date * 86_400_000).toISOString().slice(0, 7);
  const opening = month((bulletins[0] ?? last).start - 16);
  // Labels stand right of what they name: the last need room too.
  const withRoom = ({ start, end }: Stretch) => ({ start, end: end + (end - start) * ROOM });
  return [
    { label: '', stretch: whole },
    { label: `${from}—${to}`, stretch: withRoom(spanOf(String(from), String(to))) },
    { label: String(to), stretch: withRoom(spanOf(String(to), null)) },
    { label: `${opening}—${month(last.start)}`, stretch: withRoom(spanOf(opening, month(last.start))) },
  ];
}
