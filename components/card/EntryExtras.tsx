/** Optional parts of an entry: the list a phrase stands for, a full text, further reading. */
import type { ComponentChild } from 'preact';
import type { Entry } from '../../glossary/library/library';
import type { TermSource } from '../../glossary/pack/plain-term';
import { readerAddress } from '../../glossary/reader-address';
import { visibleText } from '../../glossary/visible-text';
import { formatDate } from '../format';
import { useTranslate } from '../i18n';
import type { ShowText } from './UnsearchableText';

interface Props {
  entry: Pick<Entry, 'script' | 'list' | 'fullText' | 'reading'>;
  /** Renders the titles of further reading; by default as plain text. */
  show?: ShowText;
  /** Renders items and full texts; by default as plain text. */
  renderText?(text: string): ComponentChild;
}

/** The list is open, the full text folded. Only https addresses become links. */
export function EntryExtras({
  entry: { script, list, fullText, reading },
  show = visibleText,
  renderText = visibleText,
}: Props) {
  const t = useTranslate();
  // A quotation alone is shown with the other details of a term.
  const sources = reading.filter(({ title, url }) => title || url);
  return (
    <>
      {list && (
        <details open lang={script}>
          <summary>{visibleText(list.title)}</summary>
          <ol>
            {list.items.map((item) => (
              <li key={item}>{renderText(item)}</li>
            ))}
          </ol>
          <small>{t('card_list_source', visibleText(list.source))}</small>
        </details>
      )}
      {fullText && (
        <details lang={script}>
          <summary>{visibleText(fullText.title)}</summary>
          <p class="full-text">{renderText(fullText.text)}</p>
          <small>{t('card_list_source', visibleText(fullText.source))}</small>
        </details>
      )}
      {sources.length > 0 && (
        <ul class="reading" aria-label={t('card_reading')}>
          {sources.map((item) => (
            <li key={item.url}>
              <ReadingLink {...item} show={show} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The title alone if the address is not safe to follow. */
function ReadingLink({ title, url, date, show }: TermSource & { show: ShowText }) {
  const t = useTranslate();
  const address = readerAddress(url);
  const dated = date && ` · ${formatDate(t, date)}`;
  if (!address) {
    return (
      <>
        <span lang="zh-Hans">{show(title)}</span>
        {dated && <small>{dated}</small>}
      </>
    );
  }
  return (
    <>
      <a href={address.href} target="_blank" rel="noopener noreferrer" lang="zh-Hans">
        {show(title || address.host)}
      </a>{' '}
      <small>
        {title && show(address.host)}
        {dated}
      </small>
    </>
  );
}
