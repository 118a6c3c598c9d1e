/** Owns `npm run glossary -- add-bulletin FILE`: from a received text to editions, and a report on candidate terms. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, format, join, parse as partsOf, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compileGlossary } from '../editor/compile';
import type { SourceFile } from '../editor/source-file';
import { findCandidates } from '../intake/candidates/find-candidates';
import { entryOf, knownForms } from '../intake/candidates/known';
import { sentencesOfEditions } from '../intake/edition-sentences';
import { type Intake, planIntake } from '../intake/plan-intake';
import { candidateReport, type Reported } from '../intake/report';
import { BadInput } from './json-line';
import { GLOSSARY_DIR, readFolder, readGlossary } from './read-glossary';
import { type NewFile, writeAll } from './write-all';

export const ADD_BULLETIN_USAGE = `Usage: npm run glossary -- add-bulletin FILE [options]
  --dry-run      say what would be written, write nothing
  --prefix WORD  what the editions' ids begin with: cast for cast-2021-06-11
  --name NAME    what the text is called in bulletins/received/; otherwise as FILE
  --to DIR       another folder than glossary/, with bulletins/ in it
  --report FILE  where the candidates go; otherwise glossary/proposals/NAME.md`;

interface Options {
  file: string;
  name: string;
  dir: string;
  report: string;
  prefix: string | null;
  isDry: boolean;
}

/** Candidates a dry run prints. */
const SHOWN = 30;

/** @returns the exit code. @throws {BadInput} for what the person who runs it can mend. */
export function addBulletin(args: readonly string[], say: (line: string) => void): number {
  const options = parseOptions(args);
  const { file, name, dir, prefix } = options;
  const existing = { bulletins: folder(dir, 'bulletins', '.md'), received: folder(dir, 'bulletins/received', '.txt') };
  const plan = planIntake({ bytes: readBytes(file), name, existing, prefix });
  if (!plan.ok) {
    throw new BadInput(
      plan.obstacles.map(({ line, message, advice }) => `${file}:${line}: ${message}. ${advice}`).join('\n'),
    );
  }
  const { intake } = plan;
  for (const { id, lines } of intake.known) say(`${file}:${lines[0]}: already added: bulletins/${id}.md`);
  if (intake.editions.length === 0) {
    say('Nothing to add.');
    return 1;
  }
  const reported = reportedCandidates(intake);
  const report = {
    path: freePath(options.report),
    content: candidateReport(basename(file), reported, intake.editions),
  };
  const files = intake.files.map(({ path, content }) => ({ path: join(dir, path), content }));
  if (!options.isDry) writeNew([...files, report]);
  for (const line of summary(intake, [...files, report], options)) say(line);
  if (options.isDry)
    for (const { candidate, entry } of reported.slice(0, SHOWN))
      say(`  ${candidate.text}${entry ? `  (${entry})` : ''}`);
  return 0;
}

function parseOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new BadInput(ADD_BULLETIN_USAGE);
  const name =
    values.name ??
    `${basename(file)
      .replace(/\.[^.]*$/, '')
      .replace(/\s+/g, '-')}.txt`;
  if (!/^[\p{L}\p{N}_-][\p{L}\p{N}._-]*\.txt$/u.test(name))
    throw new BadInput(`--name ${name}: letters, digits, - and _ were expected, ending in .txt`);
  const prefix = values.prefix ?? null;
  if (prefix !== null && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(prefix)) {
    throw new BadInput(`--prefix ${prefix}: lower-case words joined by hyphens were expected`);
  }
  const dir = values.to === undefined ? GLOSSARY_DIR : resolve(values.to);
  const report =
    values.report === undefined ? join(dir, 'proposals', name.replace(/\.txt$/, '.md')) : resolve(values.report);
  return { file, name, dir, report, prefix, isDry: values['dry-run'] ?? false };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean' }, prefix: text, name: text, to: text, report: text },
    });
  } catch (error) {
    throw new BadInput(`${error instanceof Error ? error.message : String(error)}\n${ADD_BULLETIN_USAGE}`);
  }
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new BadInput(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The files of a folder that may not be there yet. */
function folder(dir: string, name: string, extension: string): SourceFile[] {
  return existsSync(join(dir, name)) ? readFolder(dir, name, extension) : [];
}

/** The glossary as it is says what is known: a fault in it is told before anything is written. */
function reportedCandidates({ editions }: Intake): Reported[] {
  const sentences = sentencesOfEditions(editions);
  const known = knownForms(compileGlossary(readGlossary()), sentences);
  return findCandidates(sentences).map((candidate) => ({ candidate, entry: entryOf(candidate, known) }));
}

/** `path`, or with a number before its extension where something is there. */
function freePath(path: string): string {
  const { dir, name, ext } = partsOf(path);
  let free = path;
  for (let number = 2; existsSync(free); number++) free = format({ dir, name: `${name}-${number}`, ext });
  return free;
}

function writeNew(files: readonly NewFile[]): void {
  try {
    writeAll(files);
  } catch (error) {
    throw new BadInput(`Nothing was written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function summary(intake: Intake, files: readonly NewFile[], { file, isDry }: Options): string[] {
  const { editions, leftOver, encoding } = intake;
  return [
    ...(encoding === 'utf-8' ? [] : [`${file}: read as ${encoding}, kept as UTF-8`]),
    ...editions.map(({ id, title, titleStatus, paragraphs }) => {
      const passages = paragraphs.flat().length;
      const remark = titleStatus === 'given' ? ' (came without a title: give it one)' : '';
      return `${id}: ${title}${remark}, ${paragraphs.length} paragraphs, ${passages} passages`;
    }),
    ...leftOver.map(({ number, text }) => `${file}:${number}: belongs to no bulletin: ${text}`),
    ...files.map(({ path }) => `${isDry ? 'would write' : 'wrote'} ${relative(process.cwd(), path)}`),
  ];
}
