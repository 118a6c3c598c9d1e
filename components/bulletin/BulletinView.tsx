/** A bulletin to read in the extension: terms open their cards, and a highlighted sentence has tools. */
import type { ComponentChild } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../../glossary/library/library';
import type { Mention } from '../../glossary/pack/finder-data';
import { CardPopover } from '../card/CardPopover';
import { type AnnotatedBulletin, BulletinArticle } from './BulletinArticle';
import { BulletinContents } from './BulletinContents';
import { type PassageCopy, PassageTools } from './PassageTools';
import { useReadingKeys } from './use-reading-keys';

interface Props extends AnnotatedBulletin {
  /** Id of the highlighted passage, possibly unknown; `signature` for the signature; null for none. */
  current: string | null;
  /** Entries by the id of a passage (or `signature`) they quote. */
  citedBy: ReadonlyMap<string, readonly Entry[]>;
  entryHref(entry: string): string;
  bookHref: string;
  renderCard(mention: Mention): ComponentChild;
  /** Highlights another passage; null for none. */
  onPassage(passage: string | null): void;
  /** Rejects if the browser refuses the clipboard. */
  copy(passage: string, what: PassageCopy): Promise<void>;
}

/** An unknown passage shows a notice above the text. */
export function BulletinView({ current, citedBy, entryHref, bookHref, renderCard, onPassage, copy, ...text }: Props) {
  const [chosen, setChosen] = useState<{ mention: Mention; term: HTMLElement } | null>(null);
  const article = useRef<HTMLElement>(null);
  const isWide = useIsWide();
  const { bulletin, bulletins, href } = text;
  useReadingKeys({
    article,
    passages: bulletin.paragraphs.flat().map(({ id }) => id),
    current,
    isCardOpen: chosen !== null,
    onPassage,
  });
  return (
    <div class="bulletin-frame">
      <BulletinContents bulletin={bulletin} bulletins={bulletins} isOpen={isWide} href={href} bookHref={bookHref} />
      <BulletinArticle
        {...text}
        article={article}
        current={current}
        terms={{ onChoose: (mention, term) => setChosen({ mention, term }) }}
        hasKeys
        renderTools={(passage) => (
          <PassageTools
            key={passage}
            passage={passage}
            citing={citedBy.get(passage) ?? []}
            entryHref={entryHref}
            copy={(what) => copy(passage, what)}
            onClose={() => onPassage(null)}
          />
        )}
      >
        {chosen && (
          <CardPopover key={chosen.mention} anchor={chosen.term} onClose={() => setChosen(null)}>
            {renderCard(chosen.mention)}
          </CardPopover>
        )}
      </BulletinArticle>
    </div>
  );
}

const WIDE = '(min-width: 72rem)';

/** Follows the breakpoint of `bulletin.css`. */
function useIsWide(): boolean {
  const [isWide, setIsWide] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const wide = matchMedia(WIDE);
    const update = () => setIsWide(wide.matches);
    // It may have changed between the first render and this effect.
    update();
    wide.addEventListener('change', update);
    return () => wide.removeEventListener('change', update);
  }, []);
  return isWide;
}
