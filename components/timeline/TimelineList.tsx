/** The timeline as text: a list by year, with links to the sentences the dates come from. */
import type { TimelineItem } from '../../glossary/book/timeline-items';
import { DateText, formatDateRange } from '../format';
import { useTranslate } from '../i18n';

interface Props {
  items: readonly TimelineItem[];
  href(item: TimelineItem): string;
  passageHref(bulletin: string, passage: string): string;
}

/** Its heading is the target of the page's jump button: `timeline-list`. */
export function TimelineList({ items, href, passageHref }: Props) {
  const t = useTranslate();
  const years = new Map<string, TimelineItem[]>();
  for (const item of items) {
    const date = item.kind === 'bulletin' ? item.bulletin.date : item.moment.from;
    const year = date.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), item]);
  }
  return (
    <section class="picture-list timeline-list" aria-labelledby="timeline-list">
      <h2 id="timeline-list" tabIndex={-1}>
        {t('timeline_list')}
      </h2>
      {[...years].map(([year, inYear]) => (
        <section key={year} aria-labelledby={`year-${year}`}>
          <h3 id={`year-${year}`}>{year}</h3>
          <ol>
            {inYear.map((item) => (
              <li key={item.key}>
                <Line item={item} href={href(item)} passageHref={passageHref} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

function Line({ item, href, passageHref }: { item: TimelineItem; href: string } & Pick<Props, 'passageHref'>) {
  const t = useTranslate();
  if (item.kind === 'bulletin') {
    const { date, title, titleScript } = item.bulletin;
    return (
      <>
        <DateText date={date} />{' '}
        <a href={href} lang={titleScript}>
          {title}
        </a>{' '}
        <span class="category-name tone-bulletin">{t('timeline_bulletin')}</span>
      </>
    );
  }
  const { entry, moment } = item;
  return (
    <>
      <time dateTime={moment.from}>{formatDateRange(t, moment.from, moment.to)}</time>{' '}
      <a href={href} lang={entry.script}>
        {entry.headword}
      </a>{' '}
      <span lang={entry.script}>{moment.what}</span>
      {moment.passage && (
        <>
          {' · '}
          <a href={passageHref(moment.passage.bulletin, moment.passage.passage)}>{t('card_open_passage')}</a>
        </>
      )}
    </>
  );
}
