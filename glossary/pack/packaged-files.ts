/** Paths of the extension's data files, from its root; each is JSON. */
export const PACKAGED_FILES = {
  /** `Pack`. */
  pack: 'pack.json',
  /** `PackWords` in Traditional. */
  traditional: 'pack.zh-Hant.json',
  /** `FinderData`. */
  finder: 'finder.json',
  /** Spellings of all letters, as pairs, for `Folding`. */
  spellings: 'spellings.json',
  /** Readings of common characters (`Readings`). */
  readings: 'readings.json',
} as const;
