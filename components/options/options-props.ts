/** Owns what the views of the options page are given, and what they give back. */

/** The settings as far as this page shows them. */
export interface ShownSettings {
  marks: {
    style: 'dotted' | 'solid' | 'dashed' | 'wavy' | 'wash';
    colour: 'text' | 'blue' | 'green' | 'amber' | 'red';
    strength: 1 | 2 | 3;
    show: 'always' | 'hover';
  };
  card: { opensBy: 'hover' | 'click' | 'keys'; restMs: number };
  density: 'every' | 'section' | 'page';
  sites: { base: 'on' | 'off'; rules: readonly { pattern: string; isOn: boolean }[] };
  badge: boolean;
  language: 'auto' | 'zh_CN' | 'zh_TW' | 'en';
}

/** What one radio button, switch or slider sets. */
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

export interface SettingProps {
  settings: ShownSettings;
  /** Whether the organisation decided a setting, or a set (`muted`, `rule`, `term`). */
  isLocked(key: string): boolean;
  onSet<K extends keyof SettingByKey>(key: K, value: SettingByKey[K]): void;
}

/** A term the reader added. */
export interface ShownOwnTerm {
  id: string;
  headword: string;
  forms: readonly string[];
  definition: string;
}
