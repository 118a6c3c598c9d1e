/** Owns one piece of evidence: the sentence, who signed it and when, and the way there. */
import type { Entry } from '../../glossary/library/library';
import type { Evidence } from '../../glossary/pack/pack';
import { visibleText } from '../../glossary/visible-text';
import { useTranslate } from '../i18n';
import { MarkedText } from '../MarkedText';
import { ShownDate } from '../ShownDate';
import type { CardTerms, Source } from './shown-entry';

export interface PassageLink {
  passageHref(bulletin: string, passage: string): string;
  /** The reader followed a passage's link: by an event of the browser, never by one a script made. */
  onOpenPassage(bulletin: string, passage: string): void;
}

interface Props extends PassageLink {
  evidence: Evidence;
  entry: Entry;
  source: Source | undefined;
  terms: CardTerms | undefined;
}

export function EntryQuotation({ evidence, entry, source, terms, passageHref, onOpenPassage }: Props) {
  const t = useTranslate();
  const { bulletin, passage, quote, emphasis } = evidence;
  const follow = (event: MouseEvent) => {
    event.preventDefault();
    if (event.isTrusted && event.button < 2) onOpenPassage(bulletin, passage);
  };
  const mentions = terms?.mentionsIn(quote, entry) ?? [];
  return (
    <figure>
      <blockquote lang="zh-Hans">
        <MarkedText text={quote} emphasis={emphasis} mentions={mentions} onChoose={() => {}} {...terms} />
      </blockquote>
      <figcaption>
        {source && (
          <>
            <cite lang={source.titleScript}>{visibleText(source.title)}</cite>
            <br />
            <span lang="zh-Hans">{visibleText(source.signer)}</span> <ShownDate date={source.date} />
          </>
        )}{' '}
        <a class="to-passage" href={passageHref(bulletin, passage)} onClick={follow} onAuxClick={follow}>
          {t('card_open_passage')}
        </a>
      </figcaption>
    </figure>
  );
}
