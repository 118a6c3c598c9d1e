/** Sections of the options page about the extension itself: language, shortcuts, stored data, version and licences. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatNumber } from '../format';
import { useTranslate } from '../i18n';
import { ShortcutList, type ShownShortcut } from '../ShortcutList';
import { Section } from './Field';
import { FileButton } from './FileButton';
import type { SettingProps } from './options-props';
import { SettingChoice } from './SettingChoice';

/** The language of the interface. Languages are named in themselves. */
export function LanguageSection(change: SettingProps) {
  const t = useTranslate();
  return (
    <Section id="language" title={t('options_language')}>
      <SettingChoice setting="language" {...change} />
    </Section>
  );
}

/** The browser keeps the shortcuts; `onChange` opens its page for them. */
export function ShortcutsSection({ shortcuts, onChange }: { shortcuts: readonly ShownShortcut[]; onChange(): void }) {
  const t = useTranslate();
  return (
    <Section id="shortcuts" title={t('options_shortcuts')} lead={t('options_shortcuts_lead')}>
      {shortcuts.length === 0 ? (
        <p class="options-empty">{t('options_shortcuts_empty')}</p>
      ) : (
        <ShortcutList class="options-pairs" shortcuts={shortcuts} />
      )}
      <p class="options-actions">
        <button type="button" onClick={onChange}>
          {t('options_shortcuts_change')}
        </button>
      </p>
    </Section>
  );
}

/** State of the stored settings, and what the reader can do with them. */
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

/** Numbers and dates are formatted. */
export interface AboutProps {
  version: string;
  /** Of the bundled pack. */
  revision: string;
  entries: string;
  bulletins: readonly { id: string; title: string; signer: string; date: string; href: string }[];
  licences: readonly { name: string; version: string; licence: string; text: string }[];
}

/** Licence texts are folded. */
export function AboutSection({ version, revision, entries, bulletins, licences }: AboutProps) {
  const t = useTranslate();
  return (
    <Section id="about" title={t('options_about')}>
      <p>{t('options_about_version', version, revision, entries)}</p>
      <h3>{t('options_privacy')}</h3>
      <p>{t('options_privacy_text')}</p>
      <h3>{t('options_bulletins')}</h3>
      <ul class="options-list">
        {bulletins.map(({ id, title, signer, date, href }) => (
          <li key={id}>
            <span>
              <a href={href} lang="zh-Hans">
                {title}
              </a>
              <small>
                <span lang="zh-Hans">{signer}</span> · {date}
              </small>
            </span>
          </li>
        ))}
      </ul>
      <h3>{t('options_licences')}</h3>
      <p>{t('options_licence_own')}</p>
      {licences.map((library) => (
        <details key={library.name}>
          <summary>
            {library.name} {library.version} · {library.licence}
          </summary>
          <pre>{library.text}</pre>
        </details>
      ))}
    </Section>
  );
}
