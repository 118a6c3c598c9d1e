/** Parts of the options page: sections, and controls that show whether the organisation locked them. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useTranslate } from '../i18n';
import { Switch } from '../Switch';
import { useKeptFocus } from './use-kept-focus';

/** A section with a heading. Keeps the focus in its list when a line is removed (`useKeptFocus`). */
export function Section({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: string;
  lead?: string;
  children: ComponentChildren;
}) {
  const section = useKeptFocus<HTMLElement>();
  return (
    <section ref={section} class="options-section" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      {lead !== undefined && <p class="options-lead">{lead}</p>}
      {children}
    </section>
  );
}

interface Option<T> {
  value: T;
  label: string;
  description?: string;
}

interface ChoiceProps<T> {
  legend: string;
  value: T;
  options: readonly Option<T>[];
  isLocked: boolean;
  onChange(value: T): void;
}

/** One radio button per value. Values are unique. */
export function Choice<T extends string | number>({ legend, value, options, isLocked, onChange }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset class="options-choice" disabled={isLocked}>
      <legend>{legend}</legend>
      {isLocked && <Lock />}
      <div class="options-radios">
        {options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>
              {option.label}
              {option.description !== undefined && <small>{option.description}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A switch, and whether it is locked. */
export function SwitchField({
  label,
  isOn,
  isLocked,
  onChange,
}: {
  label: string;
  isOn: boolean;
  isLocked: boolean;
  onChange(isOn: boolean): void;
}) {
  return (
    <p class="options-switch">
      <Switch label={label} isOn={isOn} isLocked={isLocked} onChange={onChange} />
      {isLocked && <Lock />}
    </p>
  );
}

/** Says that the organisation set a value. */
export function Lock() {
  const t = useTranslate();
  return <small class="options-lock">{t('options_locked')}</small>;
}
