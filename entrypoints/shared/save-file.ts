/** Hands files to the reader. */
import type { FormatName } from '../../glossary/exchange/contract';
import { exportPack } from '../../glossary/exchange/export-pack';
import type { PackContent } from '../../glossary/pack/plain-term';

/** Saves a text as a file, as UTF-8. */
export function saveText(name: string, text: string): void {
  saveParts(name, 'text/plain;charset=utf-8', [text]);
}

/** Saves a text that comes in pieces, as UTF-8. @param name of the file; letters that a name may not have are replaced. */
export function saveParts(name: string, mediaType: string, parts: Iterable<string>): void {
  const url = URL.createObjectURL(new Blob([...parts], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name.replace(/[\\/:*?"<>|]/g, '_');
  link.click();
  // The browser has read it by then. Without this, the text would stay in memory until the page closes.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Saves terms in a format that is written. */
export function saveTerms(content: PackContent, format: FormatName): void {
  const file = exportPack(content, format);
  if (!file.ok) return;
  const { extension, mediaType, parts } = file.value;
  saveParts(`${content.title || content.id}.${extension}`, mediaType, parts);
}
