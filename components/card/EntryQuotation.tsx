/** A piece of evidence in the card: the quotation, its source, and a link to the passage. */
import type { Entry } from '../../glossary/library/library';
import type { Evidence } from '../../glossary/pack/pack';
import { DateText } from '../format';
import { useTranslate } from '../i18n';
import { MarkedText } from '../MarkedText';
import type { CardTerms, Source } from './shown-entry';
import type { ShowText } from './UnsearchableText';

/** A link to a passage of a bulletin. */
export interface PassageLink {
  passageHref(bulletin: string, passage: string): string;
  /** The reader followed the link. Never called for clicks made by scripts. */
  onOpenPassage(bulletin: string, passage: string): void;
}

interface Props extends PassageLink {
  evidence: Evidence;
  entry: Entry;
  source: Source | undefined;
  terms: CardTerms | undefined;
  show: ShowText;
}

/** The emphasised word of the quotation is not marked as a term. */
export function EntryQuotation({ evidence, entry, source, terms, show, passageHref, onOpenPassage }: Props) {
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
        <MarkedText text={quote} emphasis={emphasis} mentions={mentions} onChoose={() => {}} show={show} {...terms} />
      </blockquote>
      <figcaption>
        {source && (
          <>
            <cite lang={source.titleScript}>{show(source.title)}</cite>
            <br />
            <span lang="zh-Hans">{show(source.signer)}</span> <DateText date={source.date} />
          </>
        )}{' '}
        <a class="to-passage" href={passageHref(bulletin, passage)} onClick={follow} onAuxClick={follow}>
          {t('card_open_passage')}
        </a>
      </figcaption>
    </figure>
  );
}
