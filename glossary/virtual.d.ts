/** The compiled glossary, as far as scripts carry it: provided by `glossary/cli/glossary-plugin.ts`. */
declare module 'virtual:pangzhu/manifest' {
  const manifest: import('./pack/pack').Manifest;
  export default manifest;
}

declare module 'virtual:pangzhu/prefilter' {
  const prefilter: import('./pack/finder-data').PrefilterData;
  export default prefilter;
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
