/** The page of a bundled entry: definition, evidence, dates, relations and spellings. */
import type { Bulletin, Entry } from '../../glossary/pack/pack';
import { CopyButtons } from '../card/CopyButtons';
import { EntryExtras } from '../card/EntryExtras';
import { formatDate } from '../format';
import { useTranslate } from '../i18n';
import { EntryFacts } from './EntryFacts';
import { EntryForms } from './EntryForms';
import { EntryMoments } from './EntryMoments';
import { EntryNeighbours, type Neighbours } from './EntryNeighbours';
import { EntryRelations } from './EntryRelations';
import { QuotedPassage } from './QuotedPassage';

interface Props extends Neighbours {
  entry: Entry;
  /** All bundled entries, for its relations. */
  byId: ReadonlyMap<string, Entry>;
  bulletins: readonly Bulletin[];
  mapHref: string;
  passageHref(bulletin: string, passage: string): string;
  /** Rejects if the browser refuses the clipboard. */
  copy(style: 'plain' | 'markdown'): Promise<void>;
}

/** Its headings are the same for all entries; a section without content says so or is left out. */
export function EntryPage({ entry, byId, bulletins, mapHref, passageHref, copy, ...neighbours }: Props) {
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
      {entry.facts && <EntryFacts facts={entry.facts} />}
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
      <EntryRelations entry={entry} byId={byId} href={neighbours.href} mapHref={mapHref} />
      <EntryForms entry={entry} />
      <footer class="entry-foot">
        <p>
          {t('card_as_of', formatDate(t, entry.asOf))}
          {entry.updated !== undefined && ` · ${t('card_updated', formatDate(t, entry.updated))}`}
        </p>
        <CopyButtons copy={copy} />
        <EntryNeighbours {...neighbours} />
      </footer>
    </article>
  );
}
