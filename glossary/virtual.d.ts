/** The compiled glossary, provided by `glossary/cli/glossary-plugin.ts`. */
declare module 'virtual:pangzhu/pack' {
  const pack: import('./pack/pack').Pack;
  export default pack;
}

declare module 'virtual:pangzhu/hint' {
  const hint: import('./pack/finder-data').PrefilterData;
  export default hint;
}

declare module 'virtual:pangzhu/finder' {
  const finder: import('./pack/finder-data').FinderData;
  export default finder;
}

/** What is alike, for `Folding`: 40 kB, for the background and pages of the extension, not for scripts in pages. */
declare module 'virtual:pangzhu/fold' {
  const spellings: string;
  export default spellings;
}

declare module 'virtual:pangzhu/readings' {
  const readings: import('./search/homophones').Readings;
  export default readings;
}
