/** A quotation in the book, with its source and a link to the passage. */
import type { Bulletin, Evidence } from '../../glossary/pack/pack';
import { EmphasisedText } from '../EmphasisedText';
import { DateText } from '../format';
import { useTranslate } from '../i18n';

interface Props {
  evidence: Evidence;
  source: Pick<Bulletin, 'title' | 'titleScript' | 'signer' | 'date'> | undefined;
  href: string;
}

/** `source` is undefined if the pack has no such bulletin; the link stays. */
export function QuotedPassage({ evidence: { quote, emphasis }, source, href }: Props) {
  const t = useTranslate();
  return (
    <figure class="quoted-passage">
      <blockquote lang="zh-Hans">
        <EmphasisedText text={quote} ranges={[emphasis]} />
      </blockquote>
      <figcaption>
        {source && (
          <>
            <cite lang={source.titleScript}>{source.title}</cite> <span lang="zh-Hans">{source.signer}</span>{' '}
            <DateText date={source.date} />
            {' · '}
          </>
        )}
        <a href={href}>{t('card_open_passage')}</a>
      </figcaption>
    </figure>
  );
}
