/** Saves files among the reader's downloads. */

/** Until the browser has read a file; its text stays in memory for as long, in ms. */
const READ_MS = 60_000;

/**
 * Saves a text as UTF-8.
 * @param name of the file; characters that file names cannot have are replaced.
 * @param parts pieces of the text, in order.
 */
export function saveFile(name: string, mediaType: string, parts: Iterable<string>): void {
  const url = URL.createObjectURL(new Blob([...parts], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name.replace(/[\\/:*?"<>|]/g, '_');
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), READ_MS);
}
