/** Owns an entry's page in the book: all that is known of it, what it rests on, and what it is related to. */
import type { Bulletin, Entry } from '../../glossary/pack/pack';
import { CopyButtons } from '../card/CopyButtons';
import { EntryExtras } from '../card/EntryExtras';
import { useTranslate } from '../i18n';
import { EntryMoments } from './EntryMoments';
import { EntryRelations } from './EntryRelations';
import { QuotedPassage } from './QuotedPassage';

interface Props {
  entry: Entry;
  /** All entries by id: those it is related to. */
  byId: ReadonlyMap<string, Entry>;
  bulletins: readonly Bulletin[];
  /** The entries before and after it, by reading; null at the ends. */
  previous: Entry | null;
  next: Entry | null;
  href(entry: string): string;
  mapHref: string;
  passageHref(bulletin: string, passage: string): string;
  copy(style: 'plain' | 'markdown'): Promise<void>;
}

export function EntryPage({ entry, byId, bulletins, previous, next, href, mapHref, passageHref, copy }: Props) {
  const t = useTranslate();
  const others = entry.forms.slice(1);
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
      <EntryRelations entry={entry} byId={byId} href={href} mapHref={mapHref} />
      <section aria-labelledby="forms">
        <h2 id="forms">{t('book_forms')}</h2>
        {others.length > 0 ? <p lang={entry.script}>{others.join('、')}</p> : <p>{t('book_forms_none')}</p>}
      </section>
      <footer class="entry-foot">
        <p>{t('card_as_of', entry.asOf)}</p>
        <CopyButtons copy={copy} />
        <nav class="book-turn" aria-label={t('book_turn')}>
          {previous && (
            <a href={href(previous.id)} rel="prev" lang={previous.script}>
              ← {previous.headword}
            </a>
          )}
          {next && (
            <a href={href(next.id)} rel="next" lang={next.script}>
              {next.headword} →
            </a>
          )}
        </nav>
      </footer>
    </article>
  );
}
