/**
 * Owns what adding a received text comes to: the editions to write, or what stands in the way. Pure: nothing is written
 * here, and each planned edition has passed the check it will be held to.
 */

import { readBulletin } from '../editor/read-bulletin';
import type { SourceFile } from '../editor/source-file';
import type { Bulletin } from '../pack/pack';
import type { Found } from './byline';
import { decodeText } from './decode';
import { type Edition, makeEdition } from './edition';
import type { Line } from './lines';
import { nameEdition } from './name-editions';
import type { Obstacle } from './obstacles';
import { splitBulletins } from './split-bulletins';

export interface IntakeRequest {
  bytes: Uint8Array;
  /** What the text will be called in `bulletins/received/`, for example `2021-07.txt`. */
  name: string;
  /** Editions and received texts there are, by path relative to `glossary/`. */
  existing: { bulletins: readonly SourceFile[]; received: readonly SourceFile[] };
  /** What ids begin with; null to work it out. */
  prefix: string | null;
}

export interface Intake {
  editions: Edition[];
  /** Bulletins of the text that have an edition already. */
  known: { id: string; lines: readonly [number, number] }[];
  /** Files to be made, none of which is there: path relative to `glossary/`. */
  files: { path: string; content: string | Uint8Array }[];
  /** Lines that belong to no bulletin. */
  leftOver: Line[];
  encoding: string;
}

export type IntakePlan = { ok: true; intake: Intake } | { ok: false; obstacles: Obstacle[] };

export function planIntake({ bytes, name, existing, prefix }: IntakeRequest): IntakePlan {
  const decoded = decodeText(bytes);
  if (!decoded) return refused(1, 'this is no text in UTF-8, UTF-16 or GB18030', 'Save it as UTF-8.');
  const { text, encoding } = decoded;
  if (text.trim() === '') return refused(1, 'the file is empty', 'Put the text as received into it.');
  const path = `bulletins/received/${name}`;
  const kept = existing.received.find((file) => file.path === path);
  if (kept && lettersOf(kept.text) !== lettersOf(text)) {
    return refused(1, `there is another glossary/${path}`, 'Choose another name with --name.');
  }
  const split = splitBulletins(text);
  if (split.obstacles.length > 0) return { ok: false, obstacles: split.obstacles };

  const result = addEditions(split.found, {
    text,
    received: `received/${name}`,
    there: readEditions(existing),
    prefix,
  });
  if (!result.ok) return result;
  const { editions, known } = result;
  if (editions.length > 0 && kept && kept.text !== text) {
    // Editions name lines: those of the text that is kept.
    const fault = `glossary/${path} is the same text with other line breaks or punctuation`;
    return refused(1, fault, 'Add that file, or choose another name with --name.');
  }
  const files: Intake['files'] = editions.map(({ id, text: content }) => ({ path: `bulletins/${id}.md`, content }));
  if (editions.length > 0 && !kept) files.unshift({ path, content: encoding === 'utf-8' ? bytes : text });
  return { ok: true, intake: { editions, known, files, leftOver: split.leftOver, encoding } };
}

interface Surroundings {
  /** The text received, and the file it will be, relative to `glossary/bulletins/`. */
  text: string;
  received: string;
  there: readonly Bulletin[];
  prefix: string | null;
}

/** An edition for each bulletin found that has none. */
function addEditions(
  found: readonly Found[],
  { text, received, there, prefix }: Surroundings,
): ({ ok: true } & Pick<Intake, 'editions' | 'known'>) | (IntakePlan & { ok: false }) {
  const editions: Edition[] = [];
  const known: Intake['known'] = [];
  for (const bulletin of found) {
    const id = nameEdition(bulletin.byline, [...there, ...editions], prefix);
    const edition = makeEdition(bulletin, id, received);
    const same = there.find((other) => lettersOf(textOf(other)) === lettersOf(edition.paragraphs.flat().join('')));
    const fault = same ? null : faultOf(edition, text);
    if (fault) return refused(bulletin.lines[0], fault, 'This is a fault of the command: write this edition by hand.');
    if (same) known.push({ id: same.id, lines: bulletin.lines });
    else editions.push(edition);
  }
  return { ok: true, editions, known };
}

function textOf({ paragraphs }: Bulletin): string {
  return paragraphs
    .flat()
    .map((passage) => passage.text)
    .join('');
}

function refused(line: number, message: string, advice: string): IntakePlan & { ok: false } {
  return { ok: false, obstacles: [{ line, message, advice }] };
}

/** Editions that can be read; what is wrong with the others is for the check to tell. */
function readEditions({ bulletins, received }: IntakeRequest['existing']): Bulletin[] {
  const texts = new Map(received.map((file) => [file.path, file.text]));
  return bulletins.flatMap((file) => readBulletin(file, (path) => texts.get(path)).bulletin ?? []);
}

/** What the project's own check says of a new edition, or null. */
function faultOf({ id, text }: Edition, received: string): string | null {
  const { problems } = readBulletin({ path: `bulletins/${id}.md`, text }, () => received);
  return problems[0]?.message ?? null;
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
