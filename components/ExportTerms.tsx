/** Saves the terms of the page, in popup and panel. */
import { useCallback, useState } from 'preact/hooks';
import type { FormatName } from '../glossary/exchange/contract';
import type { Loss } from '../glossary/exchange/export-pack';
import type { Entry } from '../glossary/library/library';
import { ExportForm } from './ExportForm';
import { useTranslate } from './i18n';

/** The functions that save terms. */
export interface ExportEvents {
  /** Saves entries as a file. */
  onExport(entries: readonly Entry[], format: FormatName): void;
  /** As `ExportForm` wants it. */
  describeLosses(entries: readonly Entry[], format: FormatName): Promise<readonly Loss[]>;
}

/** Folded until the reader wants it. */
export function ExportTerms({ entries, onExport, describeLosses }: ExportEvents & { entries: readonly Entry[] }) {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(false);
  const names = entries.map(({ id }) => id).join(' ');
  const describe = useCallback((format: FormatName) => describeLosses(entries, format), [names]);
  return (
    <details class="export-terms" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('panel_export')}</summary>
      {isOpen && (
        <ExportForm
          label={t('packs_export')}
          onExport={(format) => onExport(entries, format)}
          describeLosses={describe}
        />
      )}
    </details>
  );
}
