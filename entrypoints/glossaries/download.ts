/** Hands files to the reader. */

/** Saves a text that comes in pieces, as UTF-8. @param name of the file; letters that a name may not have are replaced. */
export function saveParts(name: string, mediaType: string, parts: Iterable<string>): void {
  const url = URL.createObjectURL(new Blob([...parts], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name.replace(/[\\/:*?"<>|]/g, '_');
  link.click();
  // The browser has taken it by then; kept, it would hold the text until the page closes.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
