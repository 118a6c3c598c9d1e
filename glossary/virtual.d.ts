/** The compiled glossary, as far as scripts carry it: provided by `glossary/cli/glossary-plugin.ts`. */
declare module 'virtual:pangzhu/manifest' {
  const manifest: import('./pack/pack').Manifest;
  export default manifest;
}

declare module 'virtual:pangzhu/follow' {
  /** The address of later revisions of the bundled glossary, with its key; '' for none. */
  const address: string;
  export default address;
}

declare module 'virtual:pangzhu/prefilter' {
  const parsePrefilter: () => import('./pack/finder-data').PrefilterData;
  export default parsePrefilter;
}

declare module 'virtual:pangzhu/finder' {
  const finder: import('./pack/finder-data').FinderData;
  export default finder;
}

// What the extension reads from its data files (`packaged-files.ts`), as modules for tests and benchmarks.
declare module 'virtual:pangzhu/pack' {
  const pack: import('./pack/pack').Pack;
  export default pack;
}

declare module 'virtual:pangzhu/fold' {
  const spellings: string;
  export default spellings;
}

declare module 'virtual:pangzhu/readings' {
  const readings: import('./search/homophones').Readings;
  export default readings;
}
