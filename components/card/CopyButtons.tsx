/** Buttons that copy terms as footnotes or their sources as references, and a line that says whether it worked. */
import { useState } from 'preact/hooks';
import type { CopyStyle } from '../../glossary/book/footnotes';
import { useTranslate } from '../i18n';
import { ReferenceButtons } from './ReferenceButtons';

interface Props {
  /** Rejects if the browser refuses the clipboard. */
  copy(style: CopyStyle): Promise<void>;
  isDisabled?: boolean;
}

/** Does not copy by itself: `copy` writes to the clipboard. */
export function CopyButtons({ copy, isDisabled = false }: Props) {
  const t = useTranslate();
  const [status, setStatus] = useState('');
  const run = (style: CopyStyle) =>
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
      <ReferenceButtons isDisabled={isDisabled} onChoose={(style) => void run(style)} />
      <span role="status">{status}</span>
    </p>
  );
}
