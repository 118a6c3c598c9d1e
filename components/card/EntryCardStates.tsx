/** The card while its entry is loading, and when it could not be loaded. */
import { useTranslate } from '../i18n';

/** Marked as busy for screen readers. */
export function EntryCardLoading() {
  const t = useTranslate();
  return (
    <article class="entry-card" aria-busy="true">
      <p class="facts">{t('card_loading')}</p>
    </article>
  );
}

/** An alert with a button that ignores clicks made by scripts. */
export function EntryCardError({ message, onRetry }: { message: string; onRetry(): void }) {
  const t = useTranslate();
  return (
    <div class="entry-card" role="alert">
      <p class="short">{message}</p>
      <p class="also">
        <button type="button" onClick={(event) => event.isTrusted && onRetry()}>
          {t('card_retry')}
        </button>
      </p>
    </div>
  );
}
