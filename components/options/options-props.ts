/** Types that the sections of the options page share. */

/** The settings that the page shows. */
export interface ShownSettings {
  marks: {
    style: 'dotted' | 'solid' | 'dashed' | 'wavy' | 'wash';
    colour: 'text' | 'blue' | 'green' | 'amber' | 'red';
    strength: 1 | 2 | 3;
    show: 'always' | 'hover';
  };
  /** `restMs`: delay before a card opens on hover. */
  card: { opensBy: 'hover' | 'click' | 'keys'; restMs: number };
  density: 'every' | 'section' | 'page';
  sites: { base: 'on' | 'off'; rules: readonly { pattern: string; isOn: boolean }[] };
  badge: boolean;
  language: 'auto' | 'zh_CN' | 'zh_TW' | 'en';
}

/** Values that a single control sets, by the path of the setting. */
export interface SettingByKey {
  'marks.style': ShownSettings['marks']['style'];
  'marks.colour': ShownSettings['marks']['colour'];
  'marks.strength': ShownSettings['marks']['strength'];
  'marks.show': ShownSettings['marks']['show'];
  'card.opensBy': ShownSettings['card']['opensBy'];
  'card.restMs': number;
  density: ShownSettings['density'];
  badge: boolean;
  language: ShownSettings['language'];
}

/** Settings with their locks, and a change of one. */
export interface SettingProps {
  settings: ShownSettings;
  /** Whether the organisation decides a setting, or a set of them (`muted`, `rule`, `term`). */
  isLocked(key: string): boolean;
  onSet<K extends keyof SettingByKey>(key: K, value: SettingByKey[K]): void;
}

/** A term of the reader's own, as entered. */
export interface ShownOwnTerm {
  id: string;
  headword: string;
  forms: readonly string[];
  definition: string;
}
