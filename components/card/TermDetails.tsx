/** Lists further fields of a term: translations, status, subject, note, quotation. */
import type { Entry } from '../../glossary/library/library';
import { visibleText } from '../../glossary/visible-text';
import { useTranslate } from '../i18n';
import type { ShowText } from './UnsearchableText';

interface Props {
  entry: Pick<Entry, 'translation' | 'equivalents' | 'status' | 'use' | 'subject' | 'note' | 'reading' | 'pack'>;
  /** By default as plain text. */
  show?: ShowText;
}

/** A line each, in this order; nothing for an entry without such fields. */
export function TermDetails({ entry, show = visibleText }: Props) {
  const t = useTranslate();
  const { translation, equivalents, status, use, subject, note, reading, pack } = entry;
  // The pack's second language is that of its translations.
  const [, second] = pack.languages;
  return (
    <>
      {translation && (
        <p class="translation" lang={second}>
          {show(translation)}
        </p>
      )}
      {equivalents.length > 0 && (
        <p class="translation">
          {equivalents.map(({ language, text }) => (
            <span key={`${language} ${text}`}>
              <span lang={language}>{show(text)}</span> <small>{visibleText(language)}</small>{' '}
            </span>
          ))}
        </p>
      )}
      {status && (
        <p class="term-status">
          {t(`term_status_${status}`)}
          {use && (
            <>
              {' · '}
              {show(t('term_use', use))}
            </>
          )}
        </p>
      )}
      {subject && <p class="term-detail">{show(t('term_subject', subject))}</p>}
      {note && <p class="term-detail">{show(t('term_note', note))}</p>}
      {reading.map(
        ({ quote, title }) =>
          quote && (
            <p key={title} class="term-detail">
              {show(t('term_quote', quote))}
            </p>
          ),
      )}
    </>
  );
}

/** Whether an entry has more of it than a summary shows (`summaryOf`). */
export function hasDetails({ short, translation, equivalents, status, subject, note, reading }: Entry): boolean {
  const isSummedUp = short === '' && equivalents.length === 0;
  return Boolean(
    (translation && !isSummedUp) || equivalents.length > 0 || status || subject || note || reading.length > 0,
  );
}

/** Says that a term is deprecated, and names the term to use. */
export function DeprecatedNote({ entry: { use } }: { entry: Pick<Entry, 'use'> }) {
  const t = useTranslate();
  return (
    <p class="term-status">
      {t('term_status_deprecated')}
      {use && ` · ${visibleText(t('term_use', use))}`}
    </p>
  );
}
