/** Owns the address of a passage in the bundled bulletin page, relative to the extension's own origin. */
export function bulletinPath(bulletin: string, passage: string): string {
  return `/bulletin.html?id=${encodeURIComponent(bulletin)}#${encodeURIComponent(passage)}`;
}
