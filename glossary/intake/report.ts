/** Writes the report on candidates: Markdown with a table of candidates, and incomplete entries for the editor. */
import { stringify } from 'yaml';
import { plainPinyin, syllablesOf } from '../editor/pinyin';
import { markdownLine } from '../formats/text-line';
import type { Category } from '../pack/vocabulary';
import type { Candidate, Kind } from './candidates/source';
import type { Edition } from './edition';

/** A candidate in the report. */
export interface Reported {
  candidate: Candidate;
  /** Id of the entry that already explains it, or null. */
  entry: string | null;
}

const WHY: Record<Kind, string> = {
  quoted: 'in quotation marks',
  book: 'a title',
  meeting: 'a numbered or dated meeting',
  person: 'a name after an office',
  name: 'a name',
  recurrent: 'recurs',
  phrase: 'a phrase',
};
/** A first guess by kind; the editor corrects it. */
const CATEGORY: Record<Kind, Category> = {
  quoted: 'phrase',
  book: 'publication',
  meeting: 'meeting',
  person: 'person',
  name: 'organisation',
  recurrent: 'concept',
  phrase: 'concept',
};
const MAX_ROWS = 250;
const MAX_SKELETONS = 60;
/** In UTF-16 units of text for each skeleton: a short text has few terms. */
const UNITS_PER_SKELETON = 40;
/** Words of time that recur in every report. */
const TIMES = /^(?:今|去|前|明|当)(?:年|天|日|月)$|^\d+(?:年|月|日)$/u;
/** In UTF-16 units: the context shown on each side of a candidate. */
const CONTEXT = 14;
const MAX_QUOTE = 400;

/** The report as Markdown. @param source name of the received file, for the heading. @param reported the likeliest first. */
export function candidateReport(source: string, reported: readonly Reported[], editions: readonly Edition[]): string {
  const rows = reported.slice(0, MAX_ROWS);
  const fresh = rows.filter(({ candidate, entry }) => entry === null && !TIMES.test(candidate.text));
  const length = editions.flatMap(({ paragraphs }) => paragraphs.flat()).join('').length;
  const stubs = fresh.slice(0, Math.min(MAX_SKELETONS, Math.ceil(length / UNITS_PER_SKELETON)));
  return `# Candidates from ${markdownLine(source)}

Proposals of a machine, the likeliest first: none is an entry before an editor has judged and written it. Of ${rows.length}
shown, ${rows.length - fresh.length} are in the glossary. This file is a note to work from, not part of the glossary: delete it when done.

| # | candidate | why | times | entry | first context |
|---|---|---|---|---|---|
${rows.map((row, i) => rowOf(row, i + 1, editions)).join('\n')}

## Entries to complete

The first ${stubs.length} that are new, with a quotation. Copy those that deserve a card into the file of their category in
\`glossary/entries/\`, correct id and category, and fill in what is empty: \`npm run glossary -- check\` names every field
that is missing. Definitions are in your own words.

\`\`\`yaml
${stubs.map(({ candidate }) => skeletonOf(candidate, editions)).join('\n')}\`\`\`
`;
}

function rowOf({ candidate, entry }: Reported, number: number, editions: readonly Edition[]): string {
  const { text, kinds, count, places } = candidate;
  const sentence = sentenceAt(editions, places[0]);
  const context = sentence === null ? '' : `${around(sentence.text, text)} (${places[0]})`;
  const why = kinds.map((kind) => WHY[kind]).join(', ');
  return `| ${[number, text, why, count, entry ?? '', context].map((cell) => markdownLine(String(cell))).join(' | ')} |`;
}

function around(sentence: string, text: string): string {
  const at = sentence.indexOf(text);
  if (at < 0) return sentence.slice(0, 2 * CONTEXT);
  const [start, end] = [Math.max(0, at - CONTEXT), at + text.length + CONTEXT];
  return `${start > 0 ? '…' : ''}${sentence.slice(start, end)}${end < sentence.length ? '…' : ''}`;
}

function skeletonOf(candidate: Candidate, editions: readonly Edition[]): string {
  const sentence = candidate.places.map((place) => sentenceAt(editions, place)).find((item) => item?.isPassage);
  const evidence = sentence
    ? [{ bulletin: sentence.edition.id, passage: sentence.passage, quote: quoteOf(sentence.text, candidate.text) }]
    : null;
  const entry = {
    id: idOf(candidate.text),
    headword: candidate.text,
    pinyin: null,
    category: CATEGORY[candidate.kinds[0] ?? 'phrase'],
    short: null,
    long: null,
    english: { text: null, status: null },
    asOf: sentence?.edition.date.slice(0, 7) ?? null,
    evidence,
  };
  return stringify([entry], { lineWidth: 0, nullStr: '' });
}

/** The whole sentence; of a very long sentence, the clauses around the candidate. */
function quoteOf(sentence: string, text: string): string {
  if (sentence.length <= MAX_QUOTE) return sentence;
  const at = Math.max(0, sentence.indexOf(text));
  const start = sentence.lastIndexOf('，', at) + 1;
  const end = sentence.indexOf('，', at + text.length);
  return sentence.slice(start, end < 0 ? undefined : end).slice(0, MAX_QUOTE);
}

function idOf(text: string): string {
  const syllables = syllablesOf(text)
    .map(plainPinyin)
    .filter((syllable) => /^[a-z0-9]+$/.test(syllable));
  return syllables.join('-') || 'entry';
}

/** The sentence at a place: `id p2s1`, or `id title`. */
function sentenceAt(editions: readonly Edition[], place = '') {
  const [id, passage = ''] = place.split(' ');
  const edition = editions.find((item) => item.id === id);
  const [, p, s] = /^p(\d+)s(\d+)$/.exec(passage) ?? [];
  if (!edition) return null;
  if (!p || !s) return { edition, passage, text: edition.title, isPassage: false };
  const text = edition.paragraphs[Number(p) - 1]?.[Number(s) - 1];
  return text === undefined ? null : { edition, passage, text, isPassage: true };
}
