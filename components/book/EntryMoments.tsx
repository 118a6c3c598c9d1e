/** Owns the dated moments of an entry, with what says so. */
import type { Entry } from '../../glossary/library/library';
import { useTranslate } from '../i18n';
import { shownSpan } from '../shown-date';

interface Props {
  entry: Pick<Entry, 'script' | 'when'>;
  passageHref(bulletin: string, passage: string): string;
}

export function EntryMoments({ entry: { script, when }, passageHref }: Props) {
  const t = useTranslate();
  if (when.length === 0) return null;
  return (
    <section aria-labelledby="moments">
      <h2 id="moments">{t('book_moments')}</h2>
      <ul class="entry-moments">
        {when.map(({ from, to, what, passage }) => (
          <li key={from + what}>
            <time dateTime={from}>{shownSpan(t, from, to)}</time> <span lang={script}>{what}</span>
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
