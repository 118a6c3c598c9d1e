/** Actions for a page that is not marked. */
import { useTranslate } from '../i18n';
import type { PageTerm } from './PageTerms';

/** Why a page cannot be read. `early`: still loading, or opened before the extension was installed. */
type Restriction = 'browser' | 'store' | 'files' | 'permission' | 'early';

/** State of the page in the tab. */
export type PageState =
  | { name: 'loading' | 'off' | 'paused' }
  | { name: 'restricted'; reason: Restriction }
  | {
      name: 'read';
      terms: readonly PageTerm[];
      /** The page is marked until it reloads, although rules turn its site off or the browser grants no permission. Null: always. */
      markedDespite: 'rules' | 'permission' | null;
      /** Whether it has frames of other sites that the browser does not let the extension read. */
      hasRestrictedFrames: boolean;
    };

/** Actions about the page. */
export interface PageEvents {
  /** Marks the page until it reloads, whatever the rules. */
  onMarkPage(): void;
  /** Asks the browser for permission to read the site. */
  onAskPermission(): void;
  onReload(): void;
}

/** Explains a page that is not marked, or only until it reloads, and offers actions. */
export function PageActions({ page, isLocked, on }: { page: PageState; isLocked: boolean; on: PageEvents }) {
  const t = useTranslate();
  const actions = actionsOf(page, isLocked);
  const handlers = { mark: on.onMarkPage, permission: on.onAskPermission, reload: on.onReload };
  return (
    <>
      {page.name === 'read' && page.markedDespite !== null && (
        <p class="popup-message">{t(`popup_only_${page.markedDespite}`)}</p>
      )}
      {page.name === 'read' && page.hasRestrictedFrames && <p class="popup-message">{t('popup_frames_kept_out')}</p>}
      {actions.length > 0 && (
        <p class="popup-choices">
          {actions.map((action) => (
            <button type="button" key={action} class="popup-way" onClick={handlers[action]}>
              {t(`popup_way_${action}`)}
            </button>
          ))}
        </p>
      )}
    </>
  );
}

/** The most likely action first. */
function actionsOf(page: PageState, isLocked: boolean): ('mark' | 'permission' | 'reload')[] {
  if (page.name === 'off') return isLocked ? [] : ['mark'];
  if (page.name === 'read') return page.markedDespite === 'permission' ? ['permission'] : [];
  if (page.name !== 'restricted') return [];
  if (page.reason === 'permission') return ['mark', 'permission'];
  return page.reason === 'early' ? ['mark', 'reload'] : [];
}
