/** Saves terms as a file, and names beforehand what the format cannot hold. */
import { useEffect, useState } from 'preact/hooks';
import type { FormatName } from '../glossary/exchange/contract';
import type { Loss } from '../glossary/exchange/export-pack';
import { lossesText } from './glossaries/file-words';
import { useTranslate } from './i18n';

/** The formats that are written, in the order shown. */
export const EXPORT_FORMATS = ['csv', 'tsv', 'tbx', 'markdown', 'jsonld', 'pack', 'anki'] as const;

interface Props {
  label: string;
  onExport(format: FormatName): void;
  /** Fields that the format cannot hold. Another function for other terms. */
  describeLosses(format: FormatName): Promise<readonly Loss[]>;
}

/** A format, and a button. */
export function ExportForm({ label, onExport, describeLosses }: Props) {
  const t = useTranslate();
  const [format, setFormat] = useState<FormatName>('csv');
  const [losses, setLosses] = useState<readonly Loss[]>([]);
  useEffect(() => {
    let isCurrent = true;
    setLosses([]);
    void describeLosses(format).then((found) => isCurrent && setLosses(found));
    return () => {
      isCurrent = false;
    };
  }, [format, describeLosses]);
  return (
    <div class="export-form">
      <label>
        {t('packs_export_as')}{' '}
        <select
          value={format}
          onChange={(event) => setFormat(event.currentTarget.value as FormatName)} // The options are formats.
        >
          {EXPORT_FORMATS.map((name) => (
            <option key={name} value={name}>
              {t(`format_${name}`)}
            </option>
          ))}
        </select>
      </label>{' '}
      <button type="button" onClick={() => onExport(format)}>
        {label}
      </button>
      <p class="export-losses" role="status">
        {lossesText(t, losses)}
      </p>
    </div>
  );
}
