/** Switches for where terms are marked: this page, this site, other sites; and buttons that pause marking. */
import { type MessageKey, useTranslate } from '../i18n';
import { Switch } from '../Switch';

const PROBLEMS = {
  failed: 'popup_site_error',
  locked: 'scope_locked',
  private: 'private_not_saved',
  unmarked: 'popup_unmarked',
  refused: 'popup_refused',
} as const satisfies Record<string, MessageKey>;

/** The state that the switches show. */
export interface ScopeState {
  /** A host, or `file:` for local files; null for pages without a switch, such as the browser's own. */
  site: string | null;
  isSiteOn: boolean;
  /** Whether terms are marked on sites without a rule. */
  isBaseOn: boolean;
  /** Null if the page cannot be read, or mentions no term. */
  isPageOn: boolean | null;
  /** Time of day or date, formatted; null while marking is not paused. */
  pausedUntil: string | null;
  /** Whether the organisation decides where terms are marked. */
  areSitesLocked: boolean;
  /** Whether the organisation decides about pausing. */
  isPauseLocked: boolean;
  /** Why the reader's last action failed; null if it succeeded. */
  problem: keyof typeof PROBLEMS | null;
}

/** An alert about the reader's last action. Renders nothing if it succeeded. */
export function Problem({ problem }: Pick<ScopeState, 'problem'>) {
  const t = useTranslate();
  return problem && <p role="alert">{t(PROBLEMS[problem])}</p>;
}

/** Changes the reader asks for. */
export interface ScopeEvents {
  onSetPageEnabled(isOn: boolean): void;
  onSetSiteEnabled(isOn: boolean): void;
  onSetBaseEnabled(isOn: boolean): void;
  /** Null ends the pause. `tomorrow`: until the morning. */
  onPause(until: 'hour' | 'tomorrow' | null): void;
}

/** Locked switches are disabled, with a line that says why. */
export function ScopeSwitches({ on, ...state }: ScopeState & { on: ScopeEvents }) {
  const t = useTranslate();
  const { site, areSitesLocked, isPauseLocked, pausedUntil } = state;
  const siteName = site === 'file:' ? t('popup_site_switch_files') : t('popup_site_switch', site ?? '');
  return (
    <fieldset class="scope">
      <legend class="visually-hidden">{t('scope_title')}</legend>
      {state.isPageOn !== null && (
        <Switch class="scope-switch" isOn={state.isPageOn} label={t('scope_page')} onChange={on.onSetPageEnabled} />
      )}
      {site === null ? (
        <p>{t('popup_site_none')}</p>
      ) : (
        <Switch
          class="scope-switch"
          isOn={state.isSiteOn}
          isLocked={areSitesLocked}
          label={siteName}
          onChange={on.onSetSiteEnabled}
        />
      )}
      <Switch
        class="scope-switch"
        isOn={state.isBaseOn}
        isLocked={areSitesLocked}
        label={t('scope_base')}
        onChange={on.onSetBaseEnabled}
      />
      {pausedUntil === null ? (
        <p class="scope-pause">
          {t('scope_pause')}
          <button type="button" disabled={isPauseLocked} onClick={() => on.onPause('hour')}>
            {t('scope_pause_hour')}
          </button>
          <button type="button" disabled={isPauseLocked} onClick={() => on.onPause('tomorrow')}>
            {t('scope_pause_tomorrow')}
          </button>
        </p>
      ) : (
        <p class="scope-pause" role="status">
          {t('scope_paused', pausedUntil)}
          <button type="button" disabled={isPauseLocked} onClick={() => on.onPause(null)}>
            {t('scope_resume')}
          </button>
        </p>
      )}
      {(areSitesLocked || isPauseLocked) && <p>{t('scope_locked')}</p>}
      <Problem problem={state.problem} />
    </fieldset>
  );
}
