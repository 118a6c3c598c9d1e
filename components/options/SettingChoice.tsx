/** Choices among the few values of a setting, as the options and the welcome page show them. */
import { type MessageKey, useTranslate } from '../i18n';
import { Choice } from './Field';
import {
  CHOICE_VALUES,
  type ChoiceKey,
  type SettingByKey,
  type SettingProps,
  type ShownSettings,
} from './options-props';

interface Texts<T> {
  legend: MessageKey;
  select(settings: ShownSettings): T;
  labelOf(value: T): MessageKey;
  descriptionOf?(value: T): MessageKey;
}

const CHOICES: { [K in ChoiceKey]: Texts<SettingByKey[K]> } = {
  'marks.style': {
    legend: 'options_style',
    select: ({ marks }) => marks.style,
    labelOf: (value) => `options_style_${value}`,
  },
  'marks.colour': {
    legend: 'options_colour',
    select: ({ marks }) => marks.colour,
    labelOf: (value) => `options_colour_${value}`,
  },
  'marks.strength': {
    legend: 'options_strength',
    select: ({ marks }) => marks.strength,
    labelOf: (value) => `options_strength_${value}`,
  },
  'marks.show': {
    legend: 'options_show',
    select: ({ marks }) => marks.show,
    labelOf: (value) => `options_show_${value}`,
  },
  'card.opensBy': {
    legend: 'options_opens',
    select: ({ card }) => card.opensBy,
    labelOf: (value) => `options_opens_${value}`,
    descriptionOf: (value) => `options_opens_${value}_hint`,
  },
  'card.textSize': {
    legend: 'options_text_size',
    select: ({ card }) => card.textSize,
    labelOf: (value) => `options_text_size_${value}`,
  },
  density: {
    legend: 'options_density',
    select: ({ density }) => density,
    labelOf: (value) => `options_density_${value}`,
  },
  language: {
    legend: 'options_language_choice',
    select: ({ language }) => language,
    labelOf: (value) => `options_language_${value}`,
  },
};

interface Props<K extends ChoiceKey> extends SettingProps {
  setting: K;
  /** Whether the descriptions of the values are left out. */
  isBrief?: boolean;
  /** A value without effect in this browser: offered only if it is the current one. */
  without?: SettingByKey[K] | null;
}

/** Saves a value as soon as it is chosen. */
export function SettingChoice<K extends ChoiceKey>({ setting, isBrief, without, settings, isLocked, onSet }: Props<K>) {
  const t = useTranslate();
  const { legend, select, labelOf, descriptionOf } = CHOICES[setting];
  const current = select(settings);
  const values = CHOICE_VALUES[setting].filter((value) => value !== without || value === current);
  return (
    <Choice
      legend={t(legend)}
      value={current}
      isLocked={isLocked(setting)}
      onChange={(value) => onSet(setting, value)}
      options={values.map((value) => ({
        value,
        label: t(labelOf(value)),
        ...(descriptionOf && !isBrief && { description: t(descriptionOf(value)) }),
      }))}
    />
  );
}
