/** Lists the other spellings of an entry. */
import type { Entry } from '../../glossary/library/library';
import { visibleText } from '../../glossary/visible-text';
import { useTranslate } from '../i18n';

/** The first form, the headword, is left out. */
export function EntryForms({ entry: { script, forms } }: { entry: Pick<Entry, 'script' | 'forms'> }) {
  const t = useTranslate();
  const others = forms.slice(1);
  return (
    <section aria-labelledby="forms">
      <h2 id="forms">{t('book_forms')}</h2>
      {others.length > 0 ? <p lang={script}>{others.map(visibleText).join('、')}</p> : <p>{t('book_forms_none')}</p>}
    </section>
  );
}
