/** Owns where terms are marked: on this page, on this site, everywhere, and not for a while. */
import { type MessageKey, useTranslate } from '../i18n';
import { Switch } from '../Switch';

const PROBLEMS = {
  failed: 'popup_site_error',
  locked: 'reach_locked',
  private: 'private_not_saved',
  unmarked: 'popup_unmarked',
  refused: 'popup_refused',
} as const satisfies Record<string, MessageKey>;

export interface ReachState {
  /** A host, or `file:` for local files; null where there is no switch: browser pages. */
  site: string | null;
  isSiteOn: boolean;
  /** Whether marks are on where no rule of a site says otherwise. */
  isBaseOn: boolean;
  /** Null where the page cannot be asked, or mentions nothing. */
  isPageOn: boolean | null;
  /** As a time of day or a date; null while nothing is paused. */
  pausedUntil: string | null;
  /** Which the reader's organisation decided: where terms are marked, and whether marks can be paused. */
  areSitesLocked: boolean;
  isPauseLocked: boolean;
  /** Why the last thing asked for was not done: saved, the page marked, another opened; null where it was. */
  problem: keyof typeof PROBLEMS | null;
}

/** Says why the last thing asked for was not done, where it was not. */
export function Problem({ problem }: Pick<ReachState, 'problem'>) {
  const t = useTranslate();
  return problem && <p role="alert">{t(PROBLEMS[problem])}</p>;
}

export interface ReachEvents {
  onTurnPage(isOn: boolean): void;
  onTurnSite(isOn: boolean): void;
  onTurnBase(isOn: boolean): void;
  /** For an hour, until tomorrow morning, or no longer. */
  onPause(until: 'hour' | 'tomorrow' | null): void;
}

export function Reach({ on, ...state }: ReachState & { on: ReachEvents }) {
  const t = useTranslate();
  const { site, areSitesLocked, isPauseLocked, pausedUntil } = state;
  const siteName = site === 'file:' ? t('popup_site_switch_files') : t('popup_site_switch', site ?? '');
  return (
    <fieldset class="reach">
      <legend class="visually-hidden">{t('reach_title')}</legend>
      {state.isPageOn !== null && (
        <Switch class="reach-turn" isOn={state.isPageOn} label={t('reach_page')} onTurn={on.onTurnPage} />
      )}
      {site === null ? (
        <p>{t('popup_site_none')}</p>
      ) : (
        <Switch
          class="reach-turn"
          isOn={state.isSiteOn}
          isLocked={areSitesLocked}
          label={siteName}
          onTurn={on.onTurnSite}
        />
      )}
      <Switch
        class="reach-turn"
        isOn={state.isBaseOn}
        isLocked={areSitesLocked}
        label={t('reach_base')}
        onTurn={on.onTurnBase}
      />
      {pausedUntil === null ? (
        <p class="reach-pause">
          {t('reach_pause')}
          <button type="button" disabled={isPauseLocked} onClick={() => on.onPause('hour')}>
            {t('reach_pause_hour')}
          </button>
          <button type="button" disabled={isPauseLocked} onClick={() => on.onPause('tomorrow')}>
            {t('reach_pause_tomorrow')}
          </button>
        </p>
      ) : (
        <p class="reach-pause" role="status">
          {t('reach_paused', pausedUntil)}
          <button type="button" disabled={isPauseLocked} onClick={() => on.onPause(null)}>
            {t('reach_resume')}
          </button>
        </p>
      )}
      {(areSitesLocked || isPauseLocked) && <p>{t('reach_locked')}</p>}
      <Problem problem={state.problem} />
    </fieldset>
  );
}
