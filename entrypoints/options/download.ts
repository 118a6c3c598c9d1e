/** Downloads. */

/** Downloads a text as a file. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // By then the browser has read it; otherwise the text would stay in memory until the page closes.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
