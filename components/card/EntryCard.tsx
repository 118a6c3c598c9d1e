/** The card of a term: definition, evidence with links to its source, and related entries. */
import type { ComponentChild } from 'preact';
import { useId, useState } from 'preact/hooks';
import { compareToArticle } from '../../glossary/article-date';
import type { Entry } from '../../glossary/library/library';
import { visibleText } from '../../glossary/visible-text';
import { ColourDot } from '../ColourDot';
import { kindName } from '../entry-kind';
import { formatDate } from '../format';
import { useTranslate } from '../i18n';
import { MarkedText } from '../MarkedText';
import { PublishedLink } from '../PublishedLink';
import { EntryExtras } from './EntryExtras';
import { EntryQuotation, type PassageLink } from './EntryQuotation';
import { EntrySenses } from './EntrySenses';
import { type RelatedLink, RelatedLinks } from './RelatedLinks';
import type { CardTerms, ShownEntry, Source } from './shown-entry';
import { TermDetails } from './TermDetails';
import { isPrivate, type ShowText, unsearchable } from './UnsearchableText';

interface Props extends PassageLink {
  /** The most likely first, at least one. The reader can choose among them. */
  entries: readonly ShownEntry[];
  /** Publication date of the article the card is shown on, as ISO; null if unknown. */
  articleDate?: string | null;
  /** By default no terms are marked. */
  terms?: CardTerms;
  /** By default related entries are not shown. */
  relations?: RelatedLink;
  /** Whether the card is in a page, which must not learn words that are not public. */
  isInPage?: boolean;
  /** Buttons at the head. */
  renderTools?(shown: ShownEntry): ComponentChild;
  /** Buttons at the foot. */
  renderActions?(shown: ShownEntry): ComponentChild;
}

/** An article named by its headword. All texts of the entry are rendered as text. */
export function EntryCard({
  entries,
  articleDate = null,
  isInPage = false,
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
  const showOf = (item: ShownEntry): ShowText => (isInPage && isPrivate(item.entry) ? unsearchable : visibleText);
  const show = showOf(shown);
  const prose = (text: string) =>
    terms ? <MarkedText text={text} mentions={terms.mentionsIn(text, entry)} show={show} {...terms} /> : show(text);
  const [first, ...others] = entry.evidence.map((evidence) => (
    <EntryQuotation
      key={evidence.bulletin + evidence.passage + evidence.quote}
      evidence={evidence}
      entry={entry}
      source={sources.find(({ id }) => id === evidence.bulletin)}
      terms={terms}
      show={show}
      {...link}
    />
  ));
  return (
    <article class="entry-card" aria-labelledby={headwordId}>
      <CardHead entry={entry} id={headwordId} show={show} tools={renderTools?.(shown)} />
      {entries.length > 1 && <EntrySenses entries={entries} shown={shown} showOf={showOf} onChoose={setChosen} />}
      <TermDetails entry={entry} show={show} />
      {entry.short && (
        <p class="short" lang={entry.script}>
          {prose(entry.short)}
        </p>
      )}
      {/* The first quotation comes before longer texts, so that it is visible without scrolling. */}
      {first}
      {entry.long && (
        <p class="long" lang={entry.script}>
          {prose(entry.long)}
        </p>
      )}
      <EntryExtras entry={entry} show={show} renderText={prose} />
      {others}
      {relations && related.length > 0 && <RelatedLinks related={related} {...relations} />}
      <footer class="facts">
        {entry.asOf && <p>{t('card_as_of', formatDate(t, entry.asOf))}</p>}
        {articleDate && <ArticleNote articleDate={articleDate} sources={sources} />}
        {entry.pack.kind === 'policy' && <p>{show(t('card_policy', entry.pack.title))}</p>}
        {(entry.pack.kind === 'imported' || entry.pack.kind === 'followed') && (
          <p>{show(t('card_imported', entry.pack.title))}</p>
        )}
        {entry.pack.site !== null && <PublishedLink entry={entry} />}
        {entry.inferred && <p>{t('card_inferred', visibleText(entry.inferred))}</p>}
        {reason && entries.length === 1 && <p>{visibleText(reason)}</p>}
      </footer>
      {renderActions?.(shown)}
    </article>
  );
}

interface HeadProps {
  entry: Entry;
  /** Of the headword. */
  id: string;
  show: ShowText;
  tools: ComponentChild;
}

function CardHead({ entry, id, show, tools }: HeadProps) {
  const t = useTranslate();
  return (
    <header>
      {tools}
      {/* The name of the card, also for tools that know of no style sheet. */}
      <h2 id={id} lang={entry.script} aria-label={show === unsearchable ? visibleText(entry.headword) : undefined}>
        {show(entry.headword)}
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
      <span class="category">
        {entry.pack.colour && <ColourDot colour={entry.pack.colour} />}
        {show(kindName(t, entry))}
      </span>
      {entry.english && (
        <p class="english">
          <span lang="en">{visibleText(entry.english.text)}</span> · {t(`english_${entry.english.status}`)}
        </p>
      )}
    </header>
  );
}

const ARTICLE_NOTES = {
  earlier: 'card_source_earlier',
  same: 'card_source_same',
  later: 'card_source_later',
} as const;

/** Compares the dates of article and oldest source: an earlier article may use the words in another sense. */
function ArticleNote({ articleDate, sources }: { articleDate: string; sources: readonly Source[] }) {
  const t = useTranslate();
  const [oldest] = sources.map(({ date }) => date).sort();
  if (!oldest) return null;
  return (
    <p>{t(ARTICLE_NOTES[compareToArticle(oldest, articleDate)], formatDate(t, articleDate), formatDate(t, oldest))}</p>
  );
}
