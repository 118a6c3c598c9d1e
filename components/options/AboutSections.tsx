/** Sections of the options page about the extension itself: language, shortcuts, version and licences. */
import { useTranslate } from '../i18n';
import { ShortcutList, type ShownShortcut } from '../ShortcutList';
import { Section } from './Field';
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
