/** Owns the card: what an entry says, what it rests on, and the way to its source. */
import { useId, useState } from 'preact/hooks';
import type { Bulletin, Entry, Evidence } from '../glossary/pack/pack';
import { EmphasisedText } from './EmphasisedText';
import { EntryExtras } from './EntryExtras';
import { useTranslate } from './i18n';

export type Source = Pick<Bulletin, 'id' | 'title' | 'signer' | 'date'>;

export interface ShownEntry {
  entry: Entry;
  /** The bulletins its evidence is from. */
  sources: readonly Source[];
  /** Why it was recognised, in words; null where there is nothing to say. */
  reason: string | null;
}

interface LinkProps {
  passageHref(bulletin: string, passage: string): string;
  /** The reader followed a passage's link: by an event of the browser, never by one a script made. */
  onOpenPassage(bulletin: string, passage: string): void;
}

interface Props extends LinkProps {
  /** The likeliest first, at least one; the reader can turn to the others. */
  entries: readonly ShownEntry[];
}

export function EntryCard({ entries, ...link }: Props) {
  const t = useTranslate();
  const [chosen, setChosen] = useState(0);
  const headwordId = useId();
  const shown = entries[chosen] ?? entries[0];
  if (!shown) return null;
  const { entry, sources, reason } = shown;
  const [first, ...others] = entry.evidence;
  const quotation = (evidence: Evidence) => (
    <Quotation
      key={evidence.bulletin + evidence.passage + evidence.quote}
      evidence={evidence}
      source={sources.find(({ id }) => id === evidence.bulletin)}
      {...link}
    />
  );
  return (
    <article class="entry-card" aria-labelledby={headwordId}>
      <header>
        <h2 id={headwordId} lang={entry.script}>
          {entry.headword}
        </h2>
        {entry.asWritten !== null && (
          <span class="as-written" lang="zh-Hans">
            {entry.asWritten}
          </span>
        )}
        <span class="pinyin" lang="zh-Latn-pinyin">
          {entry.pinyin}
        </span>
        <span class="category">{t(`category_${entry.category}`)}</span>
        <p class="english">
          <span lang="en">{entry.english.text}</span> · {t(`english_${entry.english.status}`)}
        </p>
      </header>
      <p class="short" lang={entry.script}>
        {entry.short}
      </p>
      {/* What it rests on and the way there are in sight without scrolling; the rest follows. */}
      {quotation(first)}
      <p class="long" lang={entry.script}>
        {entry.long}
      </p>
      <EntryExtras entry={entry} />
      {others.map(quotation)}
      <footer class="facts">
        <p>{t('card_as_of', entry.asOf)}</p>
        {entry.inferred && <p>{t('card_inferred', entry.inferred)}</p>}
        {reason && <p>{reason}</p>}
      </footer>
      {entries.length > 1 && (
        <p class="also">
          {t('card_also')}
          {entries.map(({ entry: other }, i) =>
            other === entry ? null : (
              <button type="button" key={other.id} lang={other.script} onClick={() => setChosen(i)}>
                {other.headword}
              </button>
            ),
          )}
        </p>
      )}
    </article>
  );
}

function Quotation({
  evidence,
  source,
  passageHref,
  onOpenPassage,
}: { evidence: Evidence; source: Source | undefined } & LinkProps) {
  const t = useTranslate();
  const { bulletin, passage, quote, emphasis } = evidence;
  const follow = (event: MouseEvent) => {
    event.preventDefault();
    if (event.isTrusted && event.button < 2) onOpenPassage(bulletin, passage);
  };
  return (
    <figure>
      <blockquote lang="zh-Hans">
        <EmphasisedText text={quote} ranges={[emphasis]} />
      </blockquote>
      <figcaption>
        {source && (
          <>
            <cite lang="zh-Hans">{source.title}</cite>
            <br />
            <span lang="zh-Hans">{source.signer}</span> <time dateTime={source.date}>{source.date}</time>
            {' · '}
          </>
        )}
        <a href={passageHref(bulletin, passage)} onClick={follow} onAuxClick={follow}>
          {t('card_open_passage')}
        </a>
      </figcaption>
    </figure>
  );
}
