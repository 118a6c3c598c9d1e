/** The timeline page: a choice of stretches, the picture, and the same dates as a list. */
import { useMemo, useState } from 'preact/hooks';
import { spanOf } from '../../glossary/book/dates';
import type { TimelineItem } from '../../glossary/book/timeline-items';
import { useTranslate } from '../i18n';
import { JumpButton } from '../JumpButton';
import { type Stretch, stretchOf } from './scale';
import { TimelineList } from './TimelineList';
import { TimelinePicture } from './TimelinePicture';

interface Props {
  /** In the order of time. */
  items: readonly TimelineItem[];
  entryHref(entry: string): string;
  bulletinHref(bulletin: string): string;
  passageHref(bulletin: string, passage: string): string;
}

/** Share of items, counted from the latest, in the initial stretch: the sparse early ones would compress the rest. */
const FIRST_SHARE = 0.8;
/** Share of a stretch added at its end, where the labels of the last marks need room. */
const ROOM = 0.17;

/** Opens at the stretch of most items. Without items, shows a message. */
export function TimelineView({ items, entryHref, bulletinHref, passageHref }: Props) {
  const t = useTranslate();
  const whole = useMemo(() => stretchOf(items), [items]);
  const stretches = useMemo(() => stretchesOf(items, whole), [items, whole]);
  const [visible, setVisible] = useState<Stretch>(stretches[1]?.stretch ?? whole);
  const href = (item: TimelineItem) =>
    item.kind === 'bulletin' ? bulletinHref(item.bulletin.id) : entryHref(item.entry.id);
  // The list is the same for every stretch: it is not rendered again while time moves.
  const list = useMemo(
    () => <TimelineList items={items} href={href} passageHref={passageHref} />,
    [items, entryHref, bulletinHref, passageHref],
  );
  if (items.length === 0) return <p class="book-notice">{t('timeline_empty')}</p>;
  return (
    <>
      <h1>{t('timeline_title')}</h1>
      <p class="book-line" id="timeline-help">
        <span class="picture-help">{t('timeline_help')}</span>{' '}
        <JumpButton class="as-link" to="timeline-list">
          {t('picture_list')}
        </JumpButton>
      </p>
      <fieldset class="timeline-stretches">
        <legend>{t('timeline_stretch')}</legend>
        {stretches.map(({ label, stretch }, i) => (
          <button
            key={label}
            type="button"
            aria-pressed={stretch.start === visible.start && stretch.end === visible.end}
            onClick={() => setVisible(stretch)}
          >
            {i === 0 ? t('timeline_all') : label}
          </button>
        ))}
      </fieldset>
      <TimelinePicture items={items} whole={whole} visible={visible} onView={setVisible} href={href} />
      {list}
    </>
  );
}

/** All of time; the years of most items; the last of these years; the months around the bulletins. */
function stretchesOf(items: readonly TimelineItem[], whole: Stretch): { label: string; stretch: Stretch }[] {
  const yearOf = ({ start }: TimelineItem) => new Date(start * 86_400_000).getUTCFullYear();
  const bulletins = items.filter(({ kind }) => kind === 'bulletin');
  const last = bulletins.at(-1) ?? items.at(-1);
  const first = items[Math.floor(items.length * (1 - FIRST_SHARE))];
  if (!last || !first) return [{ label: '', stretch: whole }];
  const [from, to] = [Math.min(yearOf(first), yearOf(last)), yearOf(last)];
  const month = (date: number) => new Date(date * 86_400_000).toISOString().slice(0, 7);
  const opening = month((bulletins[0] ?? last).start - 16);
  const withRoom = ({ start, end }: Stretch) => ({ start, end: end + (end - start) * ROOM });
  return [
    { label: '', stretch: whole },
    { label: `${from}—${to}`, stretch: withRoom(spanOf(String(from), String(to))) },
    { label: String(to), stretch: withRoom(spanOf(String(to), null)) },
    { label: `${opening}—${month(last.start)}`, stretch: withRoom(spanOf(opening, month(last.start))) },
  ];
}
