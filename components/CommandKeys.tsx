/** Owns showing which keys do what, and the way to change them: the browser keeps them. */
import { useTranslate } from './i18n';

export interface CommandKey {
  name: string;
  description: string;
  /** As the browser writes it, for example `Alt+Shift+J`; empty where there is none. */
  shortcut: string;
}

interface Props {
  keys: readonly CommandKey[];
  /** Opens where the browser lets keys be changed. */
  onChange(): void;
}

export function CommandKeys({ keys, onChange }: Props) {
  const t = useTranslate();
  if (keys.length === 0) return null;
  return (
    <details class="command-keys">
      <summary>{t('keys_title')}</summary>
      <dl>
        {keys.map(({ name, description, shortcut }) => (
          <div key={name}>
            <dt>{description}</dt>
            <dd>{shortcut ? <kbd>{shortcut}</kbd> : t('keys_unset')}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={onChange}>
        {t('keys_change')}
      </button>
    </details>
  );
}
