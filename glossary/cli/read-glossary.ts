/** Owns reading the glossary's files from disk. The only part of `glossary/` besides the commands that touches the file system. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GlossarySources } from '../editor/compile';
import type { SourceFile } from '../editor/source-file';

export const GLOSSARY_DIR = fileURLToPath(new URL('..', import.meta.url));

/** Reads all sources, sorted by name so that the outcome does not depend on the file system. */
export function readGlossary(dir = GLOSSARY_DIR): GlossarySources {
  return {
    entries: readFolder(dir, 'entries', '.yaml'),
    bulletins: readFolder(dir, 'bulletins', '.md'),
    received: readFolder(dir, 'bulletins/received', '.txt'),
  };
}

/** The files of a folder of the glossary with this extension, sorted; without byte order marks, with `\n` line ends. */
export function readFolder(dir: string, folder: string, extension: string): SourceFile[] {
  return readdirSync(join(dir, folder))
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => ({
      path: `${folder}/${name}`,
      text: readFileSync(join(dir, folder, name), 'utf8')
        .replace(/^\ufeff/, '')
        .replace(/\r\n?/g, '\n'),
    }));
}
