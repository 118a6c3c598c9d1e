/** The sites on which a pack is off. */
import { useId, useState } from 'preact/hooks';
import { useTranslate } from '../i18n';

interface Props {
  /** Of the pack. */
  id: string;
  sites: readonly string[];
  onAdd(id: string, text: string): Promise<boolean>;
  onRemove(id: string, site: string): void;
}

/** A list, and a field for one more; a text that names no site is said to be none. */
export function OffSites({ id, sites, onAdd, onRemove }: Props) {
  const t = useTranslate();
  const [text, setText] = useState('');
  const [hasFault, setFault] = useState(false);
  const faultId = useId();
  const add = async () => {
    const isAdded = await onAdd(id, text);
    setFault(!isAdded);
    if (isAdded) setText('');
  };
  return (
    <section class="off-sites">
      <form
        class="options-row"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <label>
          {t('packs_off_sites')}
          <input
            type="text"
            value={text}
            placeholder="example.org"
            aria-invalid={hasFault}
            aria-describedby={faultId}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <button type="submit">{t('packs_off_add')}</button>
        {hasFault && (
          <p id={faultId} class="options-fault" role="alert">
            {t('packs_off_fault')}
          </p>
        )}
      </form>
      {sites.length > 0 && (
        <ul class="options-list">
          {sites.map((site) => (
            <li key={site}>
              <span>{site}</span>
              <button type="button" onClick={() => onRemove(id, site)}>
                {t('packs_off_remove', site)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
