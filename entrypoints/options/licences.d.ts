/** The virtual module of `tools/build/licences-plugin.ts`. */
declare module 'virtual:pangzhu/licences' {
  export interface Licence {
    name: string;
    version: string;
    /** SPDX. */
    licence: string;
    text: string;
  }
  /** Licences of the libraries in the extension, sorted by name. */
  export const LICENCES: readonly Licence[];
}
