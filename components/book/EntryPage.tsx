/** Owns an entry's page in the book: all that is known of it, what it rests on, and what it is related to. */
import type { Bulletin, Entry } from '../../glossary/pack/pack';
import { CopyButtons } from '../card/CopyButtons';
import { EntryExtras } from '../card/EntryExtras';
import { formatDate } from '../format';
import { useTranslate } from '../i18n';
import { EntryForms } from './EntryForms';
import { EntryMoments } from './EntryMoments';
import { EntryNeighbours, type Turn } from './EntryNeighbours';
import { EntryRelations } from './EntryRelations';
import { QuotedPassage } from './QuotedPassage';

interface Props extends Turn {
  entry: Entry;
  /** All entries by id: those it is related to. */
  byId: ReadonlyMap<string, Entry>;
  bulletins: readonly Bulletin[];
  mapHref: string;
  passageHref(bulletin: string, passage: string): string;
  copy(style: 'plain' | 'markdown'): Promise<void>;
}

export function EntryPage({ entry, byId, bulletins, mapHref, passageHref, copy, ...turn }: Props) {
  const t = useTranslate();
  return (
    <article class="entry-page">
      <h1 lang={entry.script}>{entry.headword}</h1>
      <p class="entry-line">
        {entry.asWritten !== null && <span lang="zh-Hans">{entry.asWritten}</span>}
        <span class="pinyin" lang="zh-Latn-pinyin">
          {entry.pinyin}
        </span>
        <span class={`category-name tone-${entry.category}`}>{t(`category_${entry.category}`)}</span>
        <span>
          <span lang="en">{entry.english.text}</span> · {t(`english_${entry.english.status}`)}
        </span>
      </p>
      <p class="entry-short" lang={entry.script}>
        {entry.short}
      </p>
      <p lang={entry.script}>{entry.long}</p>
      <EntryExtras entry={entry} />
      {entry.inferred && <p class="entry-note">{t('card_inferred', entry.inferred)}</p>}
      <section aria-labelledby="evidence">
        <h2 id="evidence">{t('book_evidence')}</h2>
        {entry.evidence.map((evidence) => (
          <QuotedPassage
            key={`${evidence.bulletin} ${evidence.passage} ${evidence.quote}`}
            evidence={evidence}
            source={bulletins.find(({ id }) => id === evidence.bulletin)}
            href={passageHref(evidence.bulletin, evidence.passage)}
          />
        ))}
      </section>
      <EntryMoments entry={entry} passageHref={passageHref} />
      <EntryRelations entry={entry} byId={byId} href={turn.href} mapHref={mapHref} />
      <EntryForms entry={entry} />
      <footer class="entry-foot">
        <p>{t('card_as_of', formatDate(t, entry.asOf))}</p>
        <CopyButtons copy={copy} />
        <EntryNeighbours {...turn} />
      </footer>
    </article>
  );
}
