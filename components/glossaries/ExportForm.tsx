/** Saves a pack as a file, and says before what the format cannot hold. */
import { useEffect, useState } from 'preact/hooks';
import type { FormatName } from '../../glossary/exchange/contract';
import { FORMATS } from '../../glossary/exchange/formats';
import { useTranslate } from '../i18n';

interface Props {
  /** Of the pack. */
  id: string;
  onExport(id: string, format: FormatName): void;
  describeLosses(id: string, format: FormatName): Promise<string>;
}

const WRITTEN = Object.values(FORMATS).filter(({ write }) => write !== null);

/** A format, and a button. */
export function ExportForm({ id, onExport, describeLosses }: Props) {
  const t = useTranslate();
  const [format, setFormat] = useState<FormatName>('csv');
  const [losses, setLosses] = useState('');
  useEffect(() => {
    let isCurrent = true;
    setLosses('');
    void describeLosses(id, format).then((text) => isCurrent && setLosses(text));
    return () => {
      isCurrent = false;
    };
  }, [id, format, describeLosses]);
  return (
    <div class="options-actions">
      <label>
        {t('packs_export_as')}{' '}
        <select
          value={format}
          onChange={(event) => setFormat(event.currentTarget.value as FormatName)} // The options are formats.
        >
          {WRITTEN.map(({ name }) => (
            <option key={name} value={name}>
              {t(`format_${name}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={() => onExport(id, format)}>
        {t('packs_export')}
      </button>
      <p class="options-lead" role="status">
        {losses}
      </p>
    </div>
  );
}
