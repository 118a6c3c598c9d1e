/** Files of the built extension that hold what the glossary was compiled to, from its root; each is JSON. */
export const PACKAGED_FILES = {
  /** `Pack`. */
  pack: 'pack.json',
  /** `PackWords` in Traditional. */
  traditional: 'pack.zh-Hant.json',
  /** `FinderData`. */
  finder: 'finder.json',
  /** Spellings of all letters, as pairs, for `Folding`. */
  spellings: 'spellings.json',
  /** How common characters are read (`Readings`). */
  readings: 'readings.json',
} as const;
