/** The address of the page of glossaries. */
export const PACKS_PATH = '/glossaries.html';
