/** The page of an entry: definition, evidence, dates, relations and spellings, as far as its pack gives them. */
import type { CopyStyle } from '../../glossary/book/footnotes';
import { type Entry, hasCategory } from '../../glossary/library/library';
import type { Bulletin } from '../../glossary/pack/pack';
import { visibleText } from '../../glossary/visible-text';
import { CopyButtons } from '../card/CopyButtons';
import { EntryExtras } from '../card/EntryExtras';
import { TermDetails } from '../card/TermDetails';
import { formatDate } from '../format';
import { useTranslate } from '../i18n';
import { KindLabel } from '../KindLabel';
import { PublishedLink } from '../PublishedLink';
import { EntryFacts } from './EntryFacts';
import { EntryForms } from './EntryForms';
import { EntryMoments } from './EntryMoments';
import { EntryNeighbours, type Neighbours } from './EntryNeighbours';
import { EntryRelations } from './EntryRelations';
import { QuotedPassage } from './QuotedPassage';

interface Props extends Neighbours {
  entry: Entry;
  /** All entries by name, for its relations. */
  byId: ReadonlyMap<string, Entry>;
  bulletins: readonly Bulletin[];
  mapHref: string;
  /** Address of its form in the options; null if the reader cannot edit it. */
  editHref: string | null;
  passageHref(bulletin: string, passage: string): string;
  /** Rejects if the browser refuses the clipboard; null where nothing can be copied. */
  copy: ((style: CopyStyle) => Promise<void>) | null;
}

/** A section without content says so or is left out. Lines of the definition are kept. */
export function EntryPage({ entry, byId, bulletins, mapHref, editHref, passageHref, copy, ...neighbours }: Props) {
  const t = useTranslate();
  const { script } = entry;
  return (
    <article class="entry-page">
      <h1 lang={script}>{visibleText(entry.headword)}</h1>
      <p class="entry-line">
        {entry.asWritten !== null && <span lang="zh-Hans">{visibleText(entry.asWritten)}</span>}
        {entry.pinyin && (
          <span class="pinyin" lang="zh-Latn-pinyin">
            {visibleText(entry.pinyin)}
          </span>
        )}
        <KindLabel entry={entry} />
        {entry.english && (
          <span>
            <span lang="en">{visibleText(entry.english.text)}</span> · {t(`english_${entry.english.status}`)}
          </span>
        )}
        {editHref !== null && <a href={editHref}>{t('own_edit')}</a>}
      </p>
      <TermDetails entry={entry} />
      {entry.short && (
        <p class="entry-short" lang={script}>
          {visibleText(entry.short)}
        </p>
      )}
      {entry.long && (
        <p class="entry-long" lang={script}>
          {visibleText(entry.long)}
        </p>
      )}
      <EntryExtras entry={entry} />
      {entry.facts && <EntryFacts facts={entry.facts} />}
      {entry.inferred && <p class="entry-note">{t('card_inferred', visibleText(entry.inferred))}</p>}
      {entry.evidence.length > 0 && (
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
      )}
      <EntryMoments entry={entry} passageHref={passageHref} />
      {hasCategory(entry) && <EntryRelations entry={entry} byId={byId} href={neighbours.href} mapHref={mapHref} />}
      <EntryForms entry={entry} />
      <footer class="entry-foot">
        {entry.asOf && (
          <p>
            {t('card_as_of', formatDate(t, entry.asOf))}
            {entry.updated !== undefined && ` · ${t('card_updated', formatDate(t, entry.updated))}`}
          </p>
        )}
        {entry.pack.kind === 'user' && <p>{t('book_user_note')}</p>}
        {entry.pack.kind === 'policy' && <p>{t('book_policy_note', visibleText(entry.pack.title))}</p>}
        {entry.pack.kind === 'imported' && <p>{t('book_imported_note', visibleText(entry.pack.title))}</p>}
        {entry.pack.kind === 'followed' && <p>{t('book_followed_note', visibleText(entry.pack.title))}</p>}
        {copy && entry.pack.site !== null && <PublishedLink entry={entry} />}
        {copy && <CopyButtons copy={copy} />}
        <EntryNeighbours {...neighbours} />
      </footer>
    </article>
  );
}
