/** Owns the card while there is nothing to show yet, and when there is nothing to be had. */
import { useTranslate } from '../i18n';

export function EntryCardLoading() {
  const t = useTranslate();
  return (
    <article class="entry-card" aria-busy="true">
      <p class="facts">{t('card_loading')}</p>
    </article>
  );
}

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
