/**
 * Plans the intake of a received text: the editions to write, or the problems that prevent it. Writes nothing. Each
 * planned edition has passed the check of editions.
 */
import { readBulletin } from '../editor/read-bulletin';
import type { SourceFile } from '../editor/source-file';
import type { Bulletin } from '../pack/pack';
import type { Found } from './byline';
import { decodeText } from './decode';
import { type Edition, makeEdition } from './edition';
import type { IntakeProblem } from './intake-problems';
import { type Remark, remarksOn } from './joined-lines';
import type { Line } from './lines';
import { nameEdition } from './name-editions';
import { splitBulletins } from './split-bulletins';

/** A received text with the glossary it is added to. */
export interface IntakeRequest {
  bytes: Uint8Array;
  /** File name in `bulletins/received/`, for example `2021-07.txt`. */
  name: string;
  /** Existing editions and received texts, with paths relative to `glossary/`. */
  existing: { bulletins: readonly SourceFile[]; received: readonly SourceFile[] };
  /** Of the new ids; null to derive it. */
  prefix: string | null;
}

/** The outcome of a plan. */
export interface Intake {
  editions: Edition[];
  /** Bulletins of the text that have an edition already. */
  known: { id: string; lines: readonly [number, number] }[];
  /** New files, with paths relative to `glossary/`. None of them exists. */
  files: { path: string; content: string | Uint8Array }[];
  /** Lines that belong to no bulletin. */
  leftOver: Line[];
  /** Why each new id begins as it does. */
  reasons: { id: string; reason: string }[];
  /** Lines that the command joined or kept by guess. */
  remarks: Remark[];
  encoding: string;
}

/** An intake, or at least one problem. */
export type IntakePlan = { ok: true; intake: Intake } | { ok: false; problems: IntakeProblem[] };

/** Plans the intake. Bulletins that have an edition with the same letters and digits are not added again. */
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
  if (split.problems.length > 0) return { ok: false, problems: split.problems };

  const result = addEditions(split.found, {
    text,
    received: `received/${name}`,
    there: readEditions(existing),
    prefix,
  });
  if (!result.ok) return result;
  const { editions, known, reasons } = result;
  if (editions.length > 0 && kept && kept.text !== text) {
    // Editions refer to line numbers of the kept text.
    const fault = `glossary/${path} is the same text with other line breaks or punctuation`;
    return refused(1, fault, 'Add that file, or choose another name with --name.');
  }
  const files: Intake['files'] = editions.map(({ id, text: content }) => ({ path: `bulletins/${id}.md`, content }));
  if (editions.length > 0 && !kept) files.unshift({ path, content: encoding === 'utf-8' ? bytes : text });
  return {
    ok: true,
    intake: { editions, known, reasons, files, leftOver: split.leftOver, remarks: remarksOn(split.found), encoding },
  };
}

interface Surroundings {
  /** The text received, and the file it will be, relative to `glossary/bulletins/`. */
  text: string;
  received: string;
  there: readonly Bulletin[];
  prefix: string | null;
}

/** Creates an edition for each bulletin that has none. */
function addEditions(
  found: readonly Found[],
  { text, received, there, prefix }: Surroundings,
): ({ ok: true } & Pick<Intake, 'editions' | 'known' | 'reasons'>) | (IntakePlan & { ok: false }) {
  const editions: Edition[] = [];
  const known: Intake['known'] = [];
  const reasons: Intake['reasons'] = [];
  for (const bulletin of found) {
    const letters = lettersOf(makeEdition(bulletin, 'x', received).paragraphs.flat().join(''));
    const same = there.find((other) => lettersOf(textOf(other)) === letters);
    if (same && !isSignedAlike(same, bulletin.byline)) return refused(...otherSignature(same, bulletin));
    if (same) {
      known.push({ id: same.id, lines: bulletin.lines });
      continue;
    }
    const named = nameEdition(bulletin.byline, [...there, ...editions], prefix);
    if (!named.ok) return refused(bulletin.lines[0], named.fault, 'Choose how ids of this signer begin with --prefix.');
    const edition = makeEdition(bulletin, named.id, received);
    const fault = faultOf(edition, text);
    if (fault) return refused(bulletin.lines[0], fault, 'This is a fault of the command: write this edition by hand.');
    reasons.push({ id: named.id, reason: named.reason });
    editions.push(edition);
  }
  return { ok: true, editions, known, reasons };
}

function isSignedAlike({ signer, date }: Bulletin, byline: Found['byline']): boolean {
  return lettersOf(signer) === lettersOf(byline.signer) && date === byline.date;
}

function otherSignature(same: Bulletin, { byline, lines }: Found): [line: number, message: string, advice: string] {
  return [
    lines[0],
    `bulletins/${same.id}.md has the same text, signed “${same.signer}” on ${same.date} and not “${byline.signer}” on ${byline.date}`,
    'Correct the signature in one of the two, or leave the text out.',
  ];
}

function textOf({ paragraphs }: Bulletin): string {
  return paragraphs
    .flat()
    .map((passage) => passage.text)
    .join('');
}

function refused(line: number, message: string, advice: string): IntakePlan & { ok: false } {
  return { ok: false, problems: [{ line, message, advice }] };
}

/** The readable editions; `npm run glossary -- check` reports the others. */
function readEditions({ bulletins, received }: IntakeRequest['existing']): Bulletin[] {
  const texts = new Map(received.map((file) => [file.path, file.text]));
  return bulletins.flatMap((file) => readBulletin(file, (path) => texts.get(path)).bulletin ?? []);
}

/** The first problem that the check of editions reports, or null. */
function faultOf({ id, text }: Edition, received: string): string | null {
  const { problems } = readBulletin({ path: `bulletins/${id}.md`, text }, () => received);
  return problems[0]?.message ?? null;
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
