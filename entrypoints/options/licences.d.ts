/** What `tools/build/licences-plugin.ts` gives at build time. */
declare module 'virtual:pangzhu/licences' {
  export interface Licence {
    name: string;
    version: string;
    /** SPDX. */
    licence: string;
    text: string;
  }
  /** Of each library in the extension, by name. */
  export const LICENCES: readonly Licence[];
}
