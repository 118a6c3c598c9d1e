/** Types that the sections of the options page share. */
import type { PlainTerm } from '../../glossary/pack/plain-term';

const VALUES = {
  'marks.style': ['dotted', 'solid', 'dashed', 'wavy', 'wash'],
  'marks.colour': ['text', 'blue', 'green', 'amber', 'red'],
  'marks.strength': [1, 2, 3],
  'marks.show': ['always', 'hover'],
  'card.opensBy': ['hover', 'click', 'panel', 'keys'],
  'card.textSize': ['small', 'usual', 'large', 'largest'],
  density: ['every', 'section', 'page'],
  language: ['auto', 'zh_CN', 'zh_TW', 'en'],
} as const;

/** Path of a setting with few values. */
export type ChoiceKey = keyof typeof VALUES;

type Choices = { [K in ChoiceKey]: (typeof VALUES)[K][number] };

/** Values that readers choose among, in the order shown. */
export const CHOICE_VALUES: { readonly [K in ChoiceKey]: readonly SettingByKey[K][] } = VALUES;

/** Values that a single control sets, by the path of the setting. */
export interface SettingByKey extends Choices {
  'card.restMs': number;
  badge: boolean;
}

/** The settings that the page shows. */
export interface ShownSettings extends Pick<SettingByKey, 'density' | 'badge' | 'language'> {
  marks: {
    style: Choices['marks.style'];
    colour: Choices['marks.colour'];
    strength: Choices['marks.strength'];
    show: Choices['marks.show'];
  };
  /** `restMs`: delay before a card opens on hover. */
  card: { opensBy: Choices['card.opensBy']; restMs: number; textSize: Choices['card.textSize'] };
  sites: { base: 'on' | 'off'; rules: readonly { pattern: string; isOn: boolean }[] };
}

/** Settings with their locks, and a change of one. */
export interface SettingProps {
  settings: ShownSettings;
  /** Whether the organisation decides a setting, or a set of them (`muted`, `rule`, `term`). */
  isLocked(key: string): boolean;
  onSet<K extends keyof SettingByKey>(key: K, value: SettingByKey[K]): void;
}

/** Why a term of the reader's own was not saved. */
export interface OwnTermFault {
  /** Empty if it is shown elsewhere. */
  message: string;
  /** The term that has one of its forms already; null for another fault. */
  double: { id: string; headword: string } | null;
  /** Whether its field is among those that unfold. */
  isFolded?: boolean;
}

/** A term of the reader's own, as entered. */
export type TypedTerm = Omit<PlainTerm, 'id'>;
