/** Paths of the bulletin page. */

/** The path of a passage. */
export function bulletinPath(bulletin: string, passage: string): string {
  return `/bulletin.html?id=${encodeURIComponent(bulletin)}#${encodeURIComponent(passage)}`;
}
