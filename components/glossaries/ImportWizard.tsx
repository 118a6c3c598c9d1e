/** The import of one file on one screen: choices for reading it, preview, changes, and refused rows. */
import { useEffect, useRef } from 'preact/hooks';
import type { Choices } from '../../glossary/exchange/contract';
import { visibleText } from '../../glossary/visible-text';
import { formatNumber } from '../format';
import { useTranslate } from '../i18n';
import { Switch } from '../Switch';
import { FileChoices } from './FileChoices';
import { FirstRows } from './FirstRows';
import { faultText } from './file-words';
import { ImportOutcome } from './ImportOutcome';
import type { ShownPack } from './shown-pack';
import type { WizardState } from './wizard-state';

/** Actions of the wizard. */
export interface WizardEvents {
  onChoose(choices: Choices): void;
  onTitle(title: string): void;
  onInto(id: string | null): void;
  onImport(): void;
  onCancel(): void;
  onSaveRefused(): void;
}

interface Props {
  state: WizardState;
  /** Imported packs, which a file may update. */
  packs: readonly ShownPack[];
  on: WizardEvents;
}

/** The focus is on its heading when it opens. */
export function ImportWizard({ state, packs, on }: Props) {
  const t = useTranslate();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { inspection, fault, read, isSaving } = state;
  return (
    <section class="wizard" aria-labelledby="wizard">
      <h2 id="wizard" tabIndex={-1} ref={heading}>
        {t('import_title', visibleText(state.fileName))}
      </h2>
      {fault && (
        <p class="options-fault" role="alert">
          {faultText(t, fault)}
        </p>
      )}
      {!inspection && !fault && <p role="status">{t('import_reading_start')}</p>}
      {inspection && (
        <>
          <p class="options-lead">{t('import_format', t(`format_${inspection.format}`))}</p>
          <FileChoices inspection={inspection} choices={state.choices} onChoose={on.onChoose} />
          <FirstRows inspection={inspection} onColumns={(columns) => on.onChoose({ ...state.choices, columns })} />
          <div class="options-row">
            <label>
              {t('import_name')}
              <input
                type="text"
                maxLength={120}
                value={state.title}
                onInput={(event) => on.onTitle(event.currentTarget.value)}
              />
            </label>
            <label>
              {t('import_into')}
              <select value={state.into ?? ''} onChange={(event) => on.onInto(event.currentTarget.value || null)}>
                <option value="">{t('import_into_new')}</option>
                {packs.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {t('import_into_update', visibleText(title))}
                  </option>
                ))}
              </select>
            </label>
          </div>
        </>
      )}
      <Reading state={state} />
      {inspection && <Duplicates state={state} onChoose={on.onChoose} />}
      {read && <ImportOutcome read={read} onSaveRefused={on.onSaveRefused} />}
      <div class="options-actions">
        <button
          type="button"
          class="is-main"
          disabled={!read || read.count === 0 || isSaving || state.title.trim() === ''}
          onClick={on.onImport}
        >
          {state.into === null ? t('import_do') : t('import_update')}
        </button>
        <button type="button" onClick={on.onCancel}>
          {t('import_cancel')}
        </button>
      </div>
    </section>
  );
}

/** Shown if rows were merged, or would be. */
function Duplicates({ state: { choices, read }, onChoose }: Pick<Props, 'state'> & Pick<WizardEvents, 'onChoose'>) {
  const t = useTranslate();
  const { duplicates, ...others } = choices;
  if (duplicates !== 'keep' && !read?.mergedCount) return null;
  return (
    <p class="options-switch">
      <Switch
        label={t('import_keep_separate')}
        isOn={duplicates === 'keep'}
        onChange={(isOn) => onChoose(isOn ? { ...others, duplicates: 'keep' } : others)}
      />
    </p>
  );
}

function Reading({ state: { progress, isSaving } }: { state: WizardState }) {
  const t = useTranslate();
  if (isSaving) {
    return (
      <p role="status">
        {t('import_saving')} <progress aria-label={t('import_saving')} />
      </p>
    );
  }
  if (!progress) return null;
  return (
    <p>
      {t('import_progress', formatNumber(t, progress.terms))}{' '}
      <progress aria-label={t('import_reading')} max={1} value={progress.done} />
    </p>
  );
}
