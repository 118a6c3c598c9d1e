/** Owns a bulletin typeset to be read: every sentence has an address, the one asked for is shown, terms are explained. */
import type { ComponentChild } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Entry } from '../../glossary/library/library';
import type { Mention } from '../../glossary/pack/finder-data';
import type { Bulletin, Passage } from '../../glossary/pack/pack';
import { CardPopover } from '../card/CardPopover';
import { useTranslate } from '../i18n';
import { MarkedText } from '../MarkedText';
import { ShownDate } from '../ShownDate';
import { BulletinContents } from './BulletinContents';
import { BulletinFoot } from './BulletinFoot';
import { type PassageCopy, PassageTools } from './PassageTools';
import { type PrintedNote, PrintedNotes } from './PrintedNotes';
import { passageName } from './passage-name';
import { useReadingKeys } from './use-reading-keys';

interface Props {
  bulletin: Bulletin;
  /** All bulletins, oldest first. */
  bulletins: readonly Bulletin[];
  /** The passage asked for, or null. */
  current: string | null;
  /** By passage, with offsets in its text. */
  mentions: ReadonlyMap<Passage, readonly Mention[]>;
  /** Entries by the passage (or `signature`) they rest on. */
  citedBy: ReadonlyMap<string, readonly Entry[]>;
  /** What marks become in print. */
  notes: readonly PrintedNote[];
  noteOf(mention: Mention): number | undefined;
  href(bulletin: string): string;
  entryHref(entry: string): string;
  bookHref: string;
  /** The card of a mention. */
  renderCard(mention: Mention): ComponentChild;
  /** Shows another passage, or with null none. */
  onPassage(passage: string | null): void;
  /** Rejects where the browser refuses the clipboard. */
  copy(passage: string, what: PassageCopy): Promise<void>;
}

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
            {t('bulletin_signed', signer)} <ShownDate date={date} />
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
                <span
                  key={passage.id}
                  id={passage.id}
                  tabIndex={passage.id === current ? -1 : undefined}
                  class={passage.id === current ? 'passage is-current' : 'passage'}
                >
                  <MarkedText
                    text={passage.text}
                    mentions={mentions.get(passage) ?? []}
                    noteOf={props.noteOf}
                    onChoose={(mention, term) => setChosen({ mention, term })}
                  />
                  <a class="passage-link" href={`#${passage.id}`} aria-label={passageName(t, passage.id)}>
                    §
                  </a>
                </span>
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
