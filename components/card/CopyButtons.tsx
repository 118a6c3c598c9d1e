/** Owns copying something as plain text or as Markdown, and saying that it worked, or did not. */
import { useState } from 'preact/hooks';
import { useTranslate } from '../i18n';

interface Props {
  /** Rejects where the browser refuses the clipboard. */
  copy(style: 'plain' | 'markdown'): Promise<void>;
  isDisabled?: boolean;
}

export function CopyButtons({ copy, isDisabled = false }: Props) {
  const t = useTranslate();
  const [said, setSaid] = useState('');
  const run = (style: 'plain' | 'markdown') =>
    copy(style).then(
      () => setSaid(t('copy_done')),
      () => setSaid(t('copy_failed')),
    );
  return (
    <p class="copy-buttons">
      <button type="button" disabled={isDisabled} onClick={() => void run('plain')}>
        {t('copy_footnotes')}
      </button>
      <button type="button" disabled={isDisabled} onClick={() => void run('markdown')}>
        {t('copy_markdown')}
      </button>
      <span role="status">{said}</span>
    </p>
  );
}
