/** The text of a bulletin: every sentence has an address, and every term leads on. */
import type { ComponentChild, RefObject } from 'preact';
import type { Mention } from '../../glossary/pack/finder-data';
import type { Bulletin, Passage } from '../../glossary/pack/pack';
import { DateText } from '../format';
import { useTranslate } from '../i18n';
import { MarkedText, type TermAction } from '../MarkedText';
import { BulletinFoot } from './BulletinFoot';
import { passageName } from './PassageTools';
import { type PrintedNote, PrintedNotes } from './PrintedNotes';

/** A bulletin with what was found in it. */
export interface AnnotatedBulletin {
  bulletin: Bulletin;
  /** All bulletins, oldest first. */
  bulletins: readonly Bulletin[];
  /** By passage: sorted and disjoint, with offsets in its text. */
  mentions: ReadonlyMap<Passage, readonly Mention[]>;
  /** In the order of the text. */
  notes: readonly PrintedNote[];
  /** Number of the footnote at a mention; undefined for none. */
  noteOf(mention: Mention): number | undefined;
  href(bulletin: string): string;
}

interface Props extends AnnotatedBulletin {
  article?: RefObject<HTMLElement | null>;
  /** Id of the highlighted passage, possibly unknown; `signature` for the signature; null for none. */
  current: string | null;
  terms: TermAction;
  /** Whether keys move through the text (`useReadingKeys`). */
  hasKeys: boolean;
  /** After the highlighted passage. */
  renderTools?(passage: string): ComponentChild;
  /** At the end. */
  children?: ComponentChild;
}

/** An unknown passage shows a notice above the text. */
export function BulletinArticle({ article, current, terms, hasKeys, renderTools, children, ...annotated }: Props) {
  const t = useTranslate();
  const { bulletin, bulletins, mentions, notes, noteOf, href } = annotated;
  const { title, titleScript, signer, date, paragraphs } = bulletin;
  const isSigned = current === 'signature';
  const isUnknown = current !== null && !isSigned && !paragraphs.flat().some(({ id }) => id === current);
  return (
    <article ref={article ?? null} class="bulletin">
      <header>
        <h1 lang={titleScript}>{title}</h1>
        <p
          id="signature"
          tabIndex={isSigned ? -1 : undefined}
          class={isSigned ? 'bulletin-line is-current' : 'bulletin-line'}
        >
          {t('bulletin_signed', signer)} <DateText date={date} />
        </p>
        {isSigned && renderTools?.('signature')}
      </header>
      {isUnknown && (
        <p class="bulletin-notice" role="status">
          {t('bulletin_unknown_passage', current)}
        </p>
      )}
      {paragraphs.map((inParagraph) => (
        <div key={inParagraph[0]?.id}>
          <p class="bulletin-paragraph" lang="zh-Hans">
            {inParagraph.map((passage) => (
              <PassageText
                key={passage.id}
                passage={passage}
                isCurrent={passage.id === current}
                mentions={mentions.get(passage) ?? []}
                noteOf={noteOf}
                terms={terms}
              />
            ))}
          </p>
          {current !== null && inParagraph.some(({ id }) => id === current) && renderTools?.(current)}
        </div>
      ))}
      <PrintedNotes notes={notes} bulletins={bulletins} />
      <BulletinFoot bulletin={bulletin} bulletins={bulletins} hasKeys={hasKeys} href={href} />
      {children}
    </article>
  );
}

interface PassageProps {
  passage: Passage;
  isCurrent: boolean;
  mentions: readonly Mention[];
  noteOf(mention: Mention): number | undefined;
  terms: TermAction;
}

function PassageText({ passage: { id, text }, isCurrent, mentions, noteOf, terms }: PassageProps) {
  const t = useTranslate();
  return (
    <span id={id} tabIndex={isCurrent ? -1 : undefined} class={isCurrent ? 'passage is-current' : 'passage'}>
      <MarkedText text={text} mentions={mentions} noteOf={noteOf} {...terms} />
      <a class="passage-link" href={`#${id}`} aria-label={passageName(t, id)}>
        §
      </a>
    </span>
  );
}
