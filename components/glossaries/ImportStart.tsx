/** The start of an import: a file that is chosen or dropped, or a list that is pasted. */
import { useRef, useState } from 'preact/hooks';
import { useTranslate } from '../i18n';

interface Props {
  /** Terms of a pack, and in all packs, at most; as shown. */
  limits: [pack: string, all: string];
  onFile(file: File): void;
  onPaste(text: string): void;
}

/** Nothing is read before the wizard shows it. */
export function ImportStart({ limits, onFile, onPaste }: Props) {
  const t = useTranslate();
  const [isOver, setOver] = useState(false);
  const text = useRef<HTMLTextAreaElement>(null);
  return (
    <section
      class={isOver ? 'import-start is-over' : 'import-start'}
      aria-labelledby="import"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer?.files ?? [];
        if (file) onFile(file);
      }}
    >
      <h2 id="import">{t('packs_import')}</h2>
      <p>{t('packs_import_lead')}</p>
      <p class="options-lead">{t('packs_limits', ...limits)}</p>
      <div class="options-actions">
        <label class="options-file">
          <input
            type="file"
            class="visually-hidden"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              // Emptied, so that the same file can be chosen again.
              currentTarget.value = '';
              if (file) onFile(file);
            }}
          />
          <span>{t('packs_choose')}</span>
        </label>
        <small>{t('packs_drop')}</small>
      </div>
      <details>
        <summary>{t('packs_paste')}</summary>
        <label class="import-paste">
          {t('packs_paste_label')}
          <textarea ref={text} rows={6} spellcheck={false} />
        </label>
        <button type="button" onClick={() => text.current?.value.trim() && onPaste(text.current.value)}>
          {t('packs_paste_read')}
        </button>
      </details>
    </section>
  );
}
