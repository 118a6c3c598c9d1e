/** Owns showing which keys do what, and the way to change them: the browser keeps them. */
import { useTranslate } from '../i18n';
import { ShortcutList, type ShownShortcut } from '../ShortcutList';

interface Props {
  shortcuts: readonly ShownShortcut[];
  /** Opens where the browser lets keys be changed. */
  onChange(): void;
}

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
