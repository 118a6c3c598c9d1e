/** Lists the dates of an entry, with links to the sentences they come from. */
import type { Entry } from '../../glossary/library/library';
import { formatDateRange } from '../format';
import { useTranslate } from '../i18n';

interface Props {
  entry: Pick<Entry, 'script' | 'when'>;
  passageHref(bulletin: string, passage: string): string;
}

/** Renders nothing without dates. */
export function EntryMoments({ entry: { script, when }, passageHref }: Props) {
  const t = useTranslate();
  if (when.length === 0) return null;
  return (
    <section aria-labelledby="moments">
      <h2 id="moments">{t('book_moments')}</h2>
      <ul class="entry-moments">
        {when.map(({ from, to, what, passage }) => (
          <li key={from + what}>
            <time dateTime={from}>{formatDateRange(t, from, to)}</time> <span lang={script}>{what}</span>
            {passage && (
              <>
                {' · '}
                <a href={passageHref(passage.bulletin, passage.passage)}>{t('card_open_passage')}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
