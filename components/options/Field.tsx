/** Owns the controls of the options page: a choice of few, a switch, each with its lock. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useTranslate } from '../i18n';
import { Switch } from '../Switch';
import { useKeptFocus } from './use-kept-focus';

/** A section of the page with its heading, which has the focus when a list of the section lost its last line. */
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
  hint?: string;
}

interface ChoiceProps<T> {
  legend: string;
  value: T;
  options: readonly Option<T>[];
  isLocked: boolean;
  onChange(value: T): void;
}

/** Radio buttons: the values are all in sight. */
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
              {option.hint !== undefined && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function SwitchField({
  label,
  isOn,
  isLocked,
  onTurn,
}: {
  label: string;
  isOn: boolean;
  isLocked: boolean;
  onTurn(isOn: boolean): void;
}) {
  return (
    <p class="options-switch">
      <Switch label={label} isOn={isOn} isLocked={isLocked} onTurn={onTurn} />
      {isLocked && <Lock />}
    </p>
  );
}

export function Lock() {
  const t = useTranslate();
  return <small class="options-lock">{t('options_locked')}</small>;
}
