/** Buttons that copy as plain text or as Markdown, and a line that says whether it worked. */
import { useState } from 'preact/hooks';
import { useTranslate } from '../i18n';

interface Props {
  /** Rejects if the browser refuses the clipboard. */
  copy(style: 'plain' | 'markdown'): Promise<void>;
  isDisabled?: boolean;
}

/** Does not copy by itself: `copy` writes to the clipboard. */
export function CopyButtons({ copy, isDisabled = false }: Props) {
  const t = useTranslate();
  const [status, setStatus] = useState('');
  const run = (style: 'plain' | 'markdown') =>
    copy(style).then(
      () => setStatus(t('copy_done')),
      () => setStatus(t('copy_failed')),
    );
  return (
    <p class="copy-buttons">
      <button type="button" disabled={isDisabled} onClick={() => void run('plain')}>
        {t('copy_footnotes')}
      </button>
      <button type="button" disabled={isDisabled} onClick={() => void run('markdown')}>
        {t('copy_markdown')}
      </button>
      <span role="status">{status}</span>
    </p>
  );
}
