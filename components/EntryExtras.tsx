/** Owns what some entries carry besides a definition: the list a phrase stands for, or a text in full. */
import type { Entry } from '../glossary/pack/pack';
import { useTranslate } from './i18n';

export function EntryExtras({
  entry: { script, list, fullText },
}: {
  entry: Pick<Entry, 'script' | 'list' | 'fullText'>;
}) {
  const t = useTranslate();
  return (
    <>
      {list && (
        <details open lang={script}>
          <summary>{list.title}</summary>
          <ol>
            {list.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ol>
          <small>{t('card_list_source', list.source)}</small>
        </details>
      )}
      {fullText && (
        <details lang={script}>
          <summary>{fullText.title}</summary>
          <p class="full-text">{fullText.text}</p>
          <small>{t('card_list_source', fullText.source)}</small>
        </details>
      )}
    </>
  );
}
