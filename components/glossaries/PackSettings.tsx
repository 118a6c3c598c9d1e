/** The settings of a pack: colour and number of its marks, and the sites on which it is used. */
import type { MarkColour } from '../../glossary/pack/mark-colours';
import { ColourDot } from '../ColourDot';
import { type MessageKey, useTranslate } from '../i18n';
import { Lock } from '../options/Field';
import { CHOICE_VALUES, type SettingByKey } from '../options/options-props';
import { SiteForm } from '../options/SiteForm';
import { Switch } from '../Switch';

/** The sites on which a pack is used: all but those listed, or those alone. */
export interface PackSites {
  base: 'on' | 'off';
  rules: readonly { pattern: string; isOn: boolean }[];
}

/** The settings of a pack. */
export interface PackChoices {
  isOn: boolean;
  /** Null: as all other marks. */
  colour: MarkColour | null;
  /** Null: as all other terms. */
  density: SettingByKey['density'] | null;
  /** Which terms are marked inside longer words as well: all, or those at some places of the pack. */
  insideWords: 'all' | readonly number[];
  sites: PackSites;
}

/** Changes of a pack's settings. */
export interface PackSettingEvents {
  onSet(id: string, change: Partial<PackChoices>): void;
  /** Adds a site to those listed. @returns as `SiteForm` wants it. */
  onAddSite(id: string, text: string): Promise<string | null>;
}

interface Props {
  /** Of the pack. */
  id: string;
  choices: PackChoices;
  /** Whether the organisation decides all of it. */
  isLocked: boolean;
  on: PackSettingEvents;
}

/** Each change is saved at once. */
export function PackSettings({ id, choices, isLocked, on }: Props) {
  const t = useTranslate();
  const { colour, density, insideWords } = choices;
  return (
    <fieldset class="pack-settings" disabled={isLocked}>
      {isLocked && <Lock />}
      <div class="options-row">
        <Choice
          label={t('options_colour')}
          values={CHOICE_VALUES['marks.colour']}
          value={colour}
          nameOf={(value) => `options_colour_${value}`}
          onChoose={(value) => on.onSet(id, { colour: value })}
        >
          {colour && <ColourDot colour={colour} />}
        </Choice>
        <Choice
          label={t('options_density')}
          values={CHOICE_VALUES.density}
          value={density}
          nameOf={(value) => `options_density_${value}`}
          onChoose={(value) => on.onSet(id, { density: value })}
        />
      </div>
      <p class="options-switch">
        <Switch
          label={t('packs_inside_words')}
          isOn={insideWords === 'all'}
          onChange={(isOn) => on.onSet(id, { insideWords: isOn ? 'all' : [] })}
        />
      </p>
      <Sites id={id} sites={choices.sites} on={on} />
    </fieldset>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  values: readonly T[];
  /** Null: as the setting for all. */
  value: T | null;
  nameOf(value: T): MessageKey;
  onChoose(value: T | null): void;
  children?: preact.ComponentChildren;
}

function Choice<T extends string>({ label, values, value, nameOf, onChoose, children }: ChoiceProps<T>) {
  const t = useTranslate();
  return (
    <label>
      <span>
        {children}
        {label}
      </span>
      <select
        value={value ?? ''}
        onChange={({ currentTarget }) => onChoose(values.find((one) => one === currentTarget.value) ?? null)}
      >
        <option value="">{t('packs_as_others')}</option>
        {values.map((one) => (
          <option key={one} value={one}>
            {t(nameOf(one))}
          </option>
        ))}
      </select>
    </label>
  );
}

function Sites({ id, sites, on }: { id: string; sites: PackSites; on: PackSettingEvents }) {
  const t = useTranslate();
  const patterns = sites.rules.map(({ pattern }) => pattern);
  const set = (base: PackSites['base'], listed: readonly string[]) =>
    on.onSet(id, { sites: { base, rules: listed.map((pattern) => ({ pattern, isOn: base === 'off' })) } });
  return (
    <section class="pack-sites">
      <div class="options-row">
        <label>
          {t('packs_sites')}
          <select
            value={sites.base}
            onChange={({ currentTarget }) => set(currentTarget.value === 'off' ? 'off' : 'on', patterns)}
          >
            <option value="on">{t('packs_sites_all')}</option>
            <option value="off">{t('packs_sites_some')}</option>
          </select>
        </label>
      </div>
      <SiteForm onAdd={(text) => on.onAddSite(id, text)} />
      {patterns.length > 0 && (
        <ul class="options-list">
          {patterns.map((pattern) => (
            <li key={pattern}>
              <code>{pattern === 'file:' ? t('options_rule_files') : pattern}</code>
              <button
                type="button"
                aria-label={t('packs_site_remove', pattern)}
                onClick={() =>
                  set(
                    sites.base,
                    patterns.filter((other) => other !== pattern),
                  )
                }
              >
                {t('options_remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
