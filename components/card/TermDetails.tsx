/** What the author of a list gives of a term beside its definition: translations, status, subject, note, quotation. */
import type { Entry } from '../../glossary/library/library';
import { visibleText } from '../../glossary/visible-text';
import { useTranslate } from '../i18n';

type Details = Pick<Entry, 'translation' | 'equivalents' | 'status' | 'use' | 'subject' | 'note' | 'source'>;

/** A line each, in this order; nothing for an entry without such fields. */
export function TermDetails({ entry }: { entry: Details & Pick<Entry, 'pack'> }) {
  const t = useTranslate();
  const { translation, equivalents = [], status, use, subject, note, source, pack } = entry;
  // The pack's second language is that of its translations.
  const [, second] = pack.languages;
  return (
    <>
      {translation && (
        <p class="translation" lang={second}>
          {visibleText(translation)}
        </p>
      )}
      {equivalents.length > 0 && (
        <p class="translation">
          {equivalents.map(({ language, text }) => (
            <span key={`${language} ${text}`}>
              <span lang={language}>{visibleText(text)}</span> <small>{visibleText(language)}</small>{' '}
            </span>
          ))}
        </p>
      )}
      {status && (
        <p class="term-status">
          {t(`term_status_${status}`)}
          {use && ` · ${t('term_use', visibleText(use))}`}
        </p>
      )}
      {subject && <p class="term-detail">{t('term_subject', visibleText(subject))}</p>}
      {note && <p class="term-detail">{t('term_note', visibleText(note))}</p>}
      {source?.quote && <p class="term-detail">{t('term_quote', visibleText(source.quote))}</p>}
    </>
  );
}
