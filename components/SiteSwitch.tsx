/** Owns the switch for the site at hand. */
import { useTranslate } from './i18n';

interface Props {
  /** A host, or `file:` for local files; null where there is no switch: browser pages. */
  host: string | null;
  isOn: boolean;
  /** The last change could not be saved. */
  hasFailed: boolean;
  onTurn(isOn: boolean): void;
}

export function SiteSwitch({ host, isOn, hasFailed, onTurn }: Props) {
  const t = useTranslate();
  if (host === null) return <p class="site-switch">{t('popup_site_none')}</p>;
  return (
    <div class="site-switch">
      <label>
        <input
          type="checkbox"
          role="switch"
          aria-checked={isOn}
          checked={isOn}
          onChange={(event) => onTurn(event.currentTarget.checked)}
        />
        {host === 'file:' ? t('popup_site_switch_files') : t('popup_site_switch', host)}
      </label>
      {hasFailed && <p role="alert">{t('popup_site_error')}</p>}
    </div>
  );
}
