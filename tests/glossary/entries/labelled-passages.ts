/** Reads the labelled passages (`labelled-passages.txt`). */
import { readFileSync } from 'node:fs';
import type { LabelledText } from '../../../glossary/cli/score';

type Span = LabelledText['traps'][0];

const KINDS = { '[': 'mentions', '{': 'traps', '<': 'ignore' } as const;
const MARKED = /([[{<])(.*?)[\]}>]/g;

/** Reads a passage with marks. The score needs no names of terms: all entries are labelled. */
function labelled(line: string, id: number): LabelledText {
  const spans = { mentions: [] as (Span & { term: string })[], traps: [] as Span[], ignore: [] as Span[] };
  let text = '';
  let read = 0;
  for (const { 0: marked, 1: mark = '', 2: surface = '', index } of line.matchAll(MARKED)) {
    text += line.slice(read, index);
    const span = { start: text.length, end: text.length + surface.length, term: surface };
    spans[KINDS[mark as keyof typeof KINDS]].push(span); // The expression allows these marks only.
    text += surface;
    read = index + marked.length;
  }
  return { id, text: text + line.slice(read), ...spans };
}

const file = new URL('labelled-passages.txt', import.meta.url);
const lines = readFileSync(file, 'utf8').split('\n');
/** The passages in order; the id of each is its line. */
export const passages = lines.flatMap((line, i) =>
  line === '' || line.startsWith('#') ? [] : [labelled(line, i + 1)],
);
