/** The page of glossaries: list of packs, import, following, backup. */
import type { ComponentChildren } from 'preact';
import { useTranslate } from '../i18n';
import { type CataloguedPack, type FollowEvents, FollowSection, type FollowState } from './FollowSection';
import { ImportStart } from './ImportStart';
import { ImportWizard, type WizardEvents } from './ImportWizard';
import { PackList } from './PackList';
import { isStored, type PackEvents, type ShownPack } from './shown-pack';
import type { WizardState } from './wizard-state';

/** The outcome of the last action. */
export interface PacksFeedback {
  kind: 'none' | 'done' | 'failed';
  text: string;
  canUndo: boolean;
}

export type PacksState =
  | { name: 'loading' }
  | { name: 'failed'; message: string }
  | { name: 'ready'; packs: readonly ShownPack[] };

interface Props {
  state: PacksState;
  wizard: WizardState | null;
  follow: FollowState;
  /** Published glossaries that need no request to be listed. */
  catalogue: readonly CataloguedPack[];
  feedback: PacksFeedback;
  /** As `ImportStart` shows them. */
  limits: [pack: string, all: string];
  on: PackEvents &
    WizardEvents &
    FollowEvents & {
      onFile(file: File): void;
      onPaste(text: string): void;
      onUndo(): void;
      onRetry(): void;
      onBackup(): void;
      onRestore(file: File): void;
    };
}

/** Every state of the page. */
export function GlossariesView({ state, wizard, follow, catalogue, feedback, limits, on }: Props) {
  const t = useTranslate();
  return (
    <div class="options-ui glossaries">
      <main>
        <h1>{t('packs_title')}</h1>
        <p>{t('packs_lead')}</p>
        <div class={feedback.kind === 'failed' ? 'options-feedback is-failed' : 'options-feedback'} role="status">
          {feedback.text}
          {feedback.canUndo && (
            <button type="button" onClick={on.onUndo}>
              {t('packs_undo')}
            </button>
          )}
        </div>
        {wizard ? (
          <ImportWizard
            state={wizard}
            packs={state.name === 'ready' ? state.packs.filter(({ imported }) => imported !== null) : []}
            on={on}
          />
        ) : (
          <>
            <ImportStart limits={limits} onFile={on.onFile} onPaste={on.onPaste} />
            <FollowSection state={follow} catalogue={catalogue} on={on} />
          </>
        )}
        <Section id="packs" title={t('packs_list')}>
          <Packs state={state} on={on} onRetry={on.onRetry} />
        </Section>
        <Section id="backup" title={t('packs_backup')}>
          <p>{t('packs_backup_lead')}</p>
          <div class="options-actions">
            <button type="button" onClick={on.onBackup}>
              {t('packs_backup_save')}
            </button>
            <label class="options-file">
              <input
                type="file"
                accept=".json"
                class="visually-hidden"
                onChange={({ currentTarget }) => {
                  const [file] = currentTarget.files ?? [];
                  currentTarget.value = '';
                  if (file) on.onRestore(file);
                }}
              />
              <span>{t('packs_backup_restore')}</span>
            </label>
          </div>
        </Section>
      </main>
    </div>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="options-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

interface PacksProps {
  state: PacksState;
  on: PackEvents;
  onRetry(): void;
}

function Packs({ state, on, onRetry }: PacksProps) {
  const t = useTranslate();
  if (state.name === 'loading') return <p role="status">{t('packs_loading')}</p>;
  if (state.name === 'failed') {
    return (
      <div role="alert">
        <p>{t('packs_error', state.message)}</p>
        <button type="button" onClick={onRetry}>
          {t('options_retry')}
        </button>
      </div>
    );
  }
  const hasStored = state.packs.some(isStored);
  return (
    <>
      {!hasStored && <p class="options-empty">{t('packs_empty')}</p>}
      <PackList packs={state.packs} on={on} />
    </>
  );
}
