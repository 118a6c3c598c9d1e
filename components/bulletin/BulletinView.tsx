/** A bulletin to read: every sentence has an address, and every term opens its card. */
import type { ComponentChild } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Entry } from '../../glossary/library/library';
import type { Mention } from '../../glossary/pack/finder-data';
import type { Bulletin, Passage } from '../../glossary/pack/pack';
import { CardPopover } from '../card/CardPopover';
import { DateText } from '../format';
import { useTranslate } from '../i18n';
import { MarkedText } from '../MarkedText';
import { BulletinContents } from './BulletinContents';
import { BulletinFoot } from './BulletinFoot';
import { type PassageCopy, PassageTools, passageName } from './PassageTools';
import { type PrintedNote, PrintedNotes } from './PrintedNotes';
import { useReadingKeys } from './use-reading-keys';

interface Props {
  bulletin: Bulletin;
  /** All bulletins, oldest first. */
  bulletins: readonly Bulletin[];
  /** Id of the highlighted passage, possibly unknown; `signature` for the signature; null for none. */
  current: string | null;
  /** By passage: sorted and disjoint, with offsets in its text. */
  mentions: ReadonlyMap<Passage, readonly Mention[]>;
  /** Entries by the id of a passage (or `signature`) they quote. */
  citedBy: ReadonlyMap<string, readonly Entry[]>;
  /** In the order of the text. */
  notes: readonly PrintedNote[];
  /** Number of the footnote at a mention; undefined for none. */
  noteOf(mention: Mention): number | undefined;
  href(bulletin: string): string;
  entryHref(entry: string): string;
  bookHref: string;
  renderCard(mention: Mention): ComponentChild;
  /** Highlights another passage; null for none. */
  onPassage(passage: string | null): void;
  /** Rejects if the browser refuses the clipboard. */
  copy(passage: string, what: PassageCopy): Promise<void>;
}

/** An unknown passage shows a notice above the text. */
export function BulletinView(props: Props) {
  const t = useTranslate();
  const { bulletin, bulletins, current, mentions, citedBy, href, renderCard } = props;
  const [chosen, setChosen] = useState<{ mention: Mention; term: HTMLElement } | null>(null);
  const article = useRef<HTMLElement>(null);
  const { title, titleScript, signer, date, paragraphs } = bulletin;
  const passages = paragraphs.flat();
  const isSigned = current === 'signature';
  const isUnknown = current !== null && !isSigned && !passages.some(({ id }) => id === current);
  useReadingKeys({
    article,
    passages: passages.map(({ id }) => id),
    current,
    isCardOpen: chosen !== null,
    onPassage: props.onPassage,
  });
  const tools = (passage: string) => (
    <PassageTools
      key={passage}
      passage={passage}
      citing={citedBy.get(passage) ?? []}
      entryHref={props.entryHref}
      copy={(what) => props.copy(passage, what)}
      onClose={() => props.onPassage(null)}
    />
  );
  return (
    <div class="bulletin-frame">
      <BulletinContents bulletin={bulletin} bulletins={bulletins} href={href} bookHref={props.bookHref} />
      <article ref={article} class="bulletin">
        <header>
          <h1 lang={titleScript}>{title}</h1>
          <p
            id="signature"
            tabIndex={isSigned ? -1 : undefined}
            class={isSigned ? 'bulletin-line is-current' : 'bulletin-line'}
          >
            {t('bulletin_signed', signer)} <DateText date={date} />
          </p>
          {isSigned && tools('signature')}
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
                  noteOf={props.noteOf}
                  onChoose={(mention, term) => setChosen({ mention, term })}
                />
              ))}
            </p>
            {inParagraph.some(({ id }) => id === current) && current !== null && tools(current)}
          </div>
        ))}
        <PrintedNotes notes={props.notes} bulletins={bulletins} />
        <BulletinFoot bulletin={bulletin} bulletins={bulletins} href={href} />
        {chosen && (
          <CardPopover key={chosen.mention} anchor={chosen.term} onClose={() => setChosen(null)}>
            {renderCard(chosen.mention)}
          </CardPopover>
        )}
      </article>
    </div>
  );
}

interface PassageProps {
  passage: Passage;
  isCurrent: boolean;
  mentions: readonly Mention[];
  noteOf(mention: Mention): number | undefined;
  onChoose(mention: Mention, term: HTMLElement): void;
}

function PassageText({ passage: { id, text }, isCurrent, ...marked }: PassageProps) {
  const t = useTranslate();
  return (
    <span id={id} tabIndex={isCurrent ? -1 : undefined} class={isCurrent ? 'passage is-current' : 'passage'}>
      <MarkedText text={text} {...marked} />
      <a class="passage-link" href={`#${id}`} aria-label={passageName(t, id)}>
        §
      </a>
    </span>
  );
}
