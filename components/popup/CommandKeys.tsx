/** Lists the shortcuts, folded, with a button to change them in the browser. */
import { useTranslate } from '../i18n';
import { ShortcutList, type ShownShortcut } from '../ShortcutList';

interface Props {
  shortcuts: readonly ShownShortcut[];
  /** Opens the browser's page for shortcuts. */
  onChange(): void;
}

/** Renders nothing without shortcuts. */
export function CommandKeys({ shortcuts, onChange }: Props) {
  const t = useTranslate();
  if (shortcuts.length === 0) return null;
  return (
    <details class="command-keys">
      <summary>{t('keys_title')}</summary>
      <ShortcutList shortcuts={shortcuts} />
      <button type="button" onClick={onChange}>
        {t('keys_change')}
      </button>
    </details>
  );
}
