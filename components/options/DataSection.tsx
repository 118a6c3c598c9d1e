/** The section for stored settings: syncing, export, import, reset. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatNumber } from '../format';
import { useTranslate } from '../i18n';
import { Section } from './Field';
import { FileButton } from './FileButton';

/** State of the stored settings, and actions on them. */
export interface DataProps {
  /** A message about syncing; null if there is no problem. */
  syncProblem: string | null;
  /** Number of stored items that could not be read. */
  brokenItems: number;
  onExport(): void;
  onImport(file: File): void;
  onReset(): void;
  onExportBroken(): void;
  onForgetBroken(): void;
}

/** Asks before a reset. */
export function DataSection(props: DataProps) {
  const t = useTranslate();
  const { syncProblem, brokenItems, onExport, onImport, onReset, onExportBroken, onForgetBroken } = props;
  const [isAsking, setIsAsking] = useState(false);
  const resetButton = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useLayoutEffect(() => {
    if (wasAsking.current && !isAsking) resetButton.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  return (
    <Section id="data" title={t('options_data')} lead={t('options_data_lead')}>
      {syncProblem !== null && <p class="options-note is-warning">{syncProblem}</p>}
      {brokenItems > 0 && (
        <div class="options-note is-warning">
          <p>{t('options_broken', formatNumber(t, brokenItems))}</p>
          <p class="options-actions">
            <button type="button" onClick={onExportBroken}>
              {t('options_broken_export')}
            </button>
            <button type="button" onClick={onForgetBroken}>
              {t('options_broken_forget')}
            </button>
          </p>
        </div>
      )}
      <p class="options-actions">
        <button type="button" onClick={onExport}>
          {t('options_export')}
        </button>
        <FileButton label={t('options_import')} accept=".json,application/json" onFile={onImport} />
        {!isAsking && (
          <button ref={resetButton} type="button" onClick={() => setIsAsking(true)}>
            {t('options_reset')}
          </button>
        )}
      </p>
      {isAsking && <ResetQuestion onReset={onReset} onClose={() => setIsAsking(false)} />}
    </Section>
  );
}

/** Focuses its cancel button when it opens. Esc cancels. */
function ResetQuestion({ onReset, onClose }: { onReset(): void; onClose(): void }) {
  const t = useTranslate();
  const cancel = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => cancel.current?.focus(), []);
  return (
    <div
      class="options-note is-warning"
      role="alertdialog"
      aria-label={t('options_reset')}
      aria-describedby="reset-question"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <p id="reset-question">{t('options_reset_ask')}</p>
      <p class="options-actions">
        <button
          type="button"
          onClick={() => {
            onClose();
            onReset();
          }}
        >
          {t('options_reset_yes')}
        </button>
        <button ref={cancel} type="button" onClick={onClose}>
          {t('options_cancel')}
        </button>
      </p>
    </div>
  );
}
