/** Owns the card: what an entry says, what it rests on, and the way to its source and to what it belongs with. */
import type { ComponentChild } from 'preact';
import { useId, useState } from 'preact/hooks';
import { compareToArticle } from '../../glossary/article-date';
import { visibleText } from '../../glossary/visible-text';
import { kindName } from '../entry-kind';
import { useTranslate } from '../i18n';
import { MarkedText } from '../MarkedText';
import { shownDate } from '../shown-date';
import { EntryExtras } from './EntryExtras';
import { EntryQuotation, type PassageLink } from './EntryQuotation';
import { EntrySenses } from './EntrySenses';
import { type RelatedLink, RelatedLinks } from './RelatedLinks';
import type { CardTerms, ShownEntry, Source } from './shown-entry';

interface Props extends PassageLink {
  /** The likeliest first, at least one; the reader can turn to the others. */
  entries: readonly ShownEntry[];
  /** When the article on whose page this is shown was published, as an ISO date; null if it is not known. */
  articleDate?: string | null;
  /** Without it the texts are plain. */
  terms?: CardTerms;
  /** Without it what the entry belongs with is not shown. */
  relations?: RelatedLink;
  /** What can be done with the entry shown: under its head, and at its foot. */
  renderTools?(shown: ShownEntry): ComponentChild;
  renderActions?(shown: ShownEntry): ComponentChild;
}

export function EntryCard({
  entries,
  articleDate = null,
  terms,
  relations,
  renderTools,
  renderActions,
  ...link
}: Props) {
  const t = useTranslate();
  const [chosen, setChosen] = useState(0);
  const headwordId = useId();
  const shown = entries[chosen] ?? entries[0];
  if (!shown) return null;
  const { entry, sources, reason, related = [] } = shown;
  const prose = (text: string) =>
    terms ? <MarkedText text={text} mentions={terms.mentionsIn(text, entry)} {...terms} /> : visibleText(text);
  const [first, ...others] = entry.evidence.map((evidence) => (
    <EntryQuotation
      key={evidence.bulletin + evidence.passage + evidence.quote}
      evidence={evidence}
      entry={entry}
      source={sources.find(({ id }) => id === evidence.bulletin)}
      terms={terms}
      {...link}
    />
  ));
  return (
    <article class="entry-card" aria-labelledby={headwordId}>
      <header>
        {renderTools?.(shown)}
        <h2 id={headwordId} lang={entry.script}>
          {visibleText(entry.headword)}
        </h2>
        {entry.asWritten !== null && (
          <span class="as-written" lang="zh-Hans">
            {visibleText(entry.asWritten)}
          </span>
        )}
        {entry.pinyin && (
          <span class="pinyin" lang="zh-Latn-pinyin">
            {visibleText(entry.pinyin)}
          </span>
        )}
        <span class="category">{kindName(t, entry)}</span>
        {entry.english && (
          <p class="english">
            <span lang="en">{visibleText(entry.english.text)}</span> · {t(`english_${entry.english.status}`)}
          </p>
        )}
      </header>
      {entries.length > 1 && <EntrySenses entries={entries} shown={shown} onChoose={setChosen} />}
      <p class="short" lang={entry.script}>
        {prose(entry.short)}
      </p>
      {/* What it rests on and the way there are in sight without scrolling; the rest follows. */}
      {first}
      {entry.long && (
        <p class="long" lang={entry.script}>
          {prose(entry.long)}
        </p>
      )}
      <EntryExtras entry={entry} renderText={prose} />
      {others}
      {relations && related.length > 0 && <RelatedLinks related={related} {...relations} />}
      <footer class="facts">
        {entry.asOf && <p>{t('card_as_of', shownDate(t, entry.asOf))}</p>}
        {articleDate && <ArticleNote articleDate={articleDate} sources={sources} />}
        {entry.pack.kind === 'policy' && <p>{t('card_policy', visibleText(entry.pack.title))}</p>}
        {entry.inferred && <p>{t('card_inferred', visibleText(entry.inferred))}</p>}
        {reason && entries.length === 1 && <p>{visibleText(reason)}</p>}
      </footer>
      {renderActions?.(shown)}
    </article>
  );
}

const ORDER_WORDS = {
  earlier: 'card_source_earlier',
  same: 'card_source_same',
  later: 'card_source_later',
} as const;

/** How the article stands to the sources: a term may be younger than what uses its words. */
function ArticleNote({ articleDate, sources }: { articleDate: string; sources: readonly Source[] }) {
  const t = useTranslate();
  const [oldest] = sources.map(({ date }) => date).sort();
  if (!oldest) return null;
  return (
    <p>{t(ORDER_WORDS[compareToArticle(oldest, articleDate)], shownDate(t, articleDate), shownDate(t, oldest))}</p>
  );
}
