/** The compiled glossary, provided by `glossary/cli/glossary-plugin.ts`. */
declare module 'virtual:pangzhu/pack' {
  const pack: import('./pack').Pack;
  export default pack;
}

declare module 'virtual:pangzhu/hint' {
  const hint: import('../find/hint').HintData;
  export default hint;
}

declare module 'virtual:pangzhu/finder' {
  const finder: import('../find/finder-data').FinderData;
  export default finder;
}
