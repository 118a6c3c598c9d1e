/** Implements `npm run glossary -- add-bulletin FILE`: converts a received text to editions and a report on candidate terms. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, format, join, parse as partsOf, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { SourceFile } from '../editor/source-file';
import { errorMessage } from '../error-message';
import { findCandidates } from '../intake/candidates/find-candidates';
import { entryOf, knownForms } from '../intake/candidates/known';
import { sentencesOfEditions } from '../intake/edition';
import { type Intake, planIntake } from '../intake/plan-intake';
import { candidateReport, type Reported } from '../intake/report';
import { BadInput, type CommandIo, printHelp } from './command';
import { compiledGlossary, GLOSSARY_DIR, readFolder } from './read-glossary';
import { describeSystemError } from './system-error';
import { type NewFile, writeAll } from './write-all';

const USAGE = `Usage: npm run glossary -- add-bulletin FILE [options]
  --dry-run      say what would be written, write nothing
  --prefix WORD  what the editions' ids begin with: cast for cast-2021-06-11
  --name NAME    what the text is called in bulletins/received/; otherwise as FILE
  --to DIR       another folder than glossary/, with bulletins/ in it
  --report FILE  where the candidates go; otherwise glossary/proposals/NAME.md`;

interface Options {
  /** As given, relative to the working folder. */
  file: string;
  name: string;
  dir: string;
  report: string;
  prefix: string | null;
  isDry: boolean;
}

/** Number of candidates that a dry run prints. */
const SHOWN = 30;

/** The command `add-bulletin`. Exit code 1 if the file contains no new bulletin. */
export function addBulletin(args: readonly string[], io: CommandIo): number {
  if (args.includes('--help')) return printHelp(USAGE, io);
  const say = (line: string) => io.output.write(`${line}\n`);
  const options = parseOptions(args, io.folder);
  const { file, name, dir, prefix } = options;
  const existing = {
    bulletins: filesOf(dir, 'bulletins', '.md'),
    received: filesOf(dir, 'bulletins/received', '.txt'),
  };
  const plan = planIntake({ bytes: readBytes(io.folder, file), name, existing, prefix });
  if (!plan.ok) {
    throw new BadInput(
      plan.problems.map(({ line, message, advice }) => `${file}:${line}: ${message}. ${advice}`).join('\n'),
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
  for (const { id, reason } of intake.reasons)
    say(`${id}: the id begins ${reason}; --prefix chooses another beginning`);
  for (const { line, message } of intake.remarks) say(`${file}:${line}: look here: ${message}`);
  if (!options.isDry) writeNew([...files, report]);
  for (const line of summary(intake, [...files, report], options, io.folder)) say(line);
  if (options.isDry)
    for (const { candidate, entry } of reported.slice(0, SHOWN))
      say(`  ${candidate.text}${entry ? `  (${entry})` : ''}`);
  return 0;
}

function parseOptions(args: readonly string[], folder: string): Options {
  const { values, positionals } = parse(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new BadInput(USAGE);
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
  const dir = values.to === undefined ? GLOSSARY_DIR : resolve(folder, values.to);
  const report =
    values.report === undefined
      ? join(dir, 'proposals', name.replace(/\.txt$/, '.md'))
      : resolve(folder, values.report);
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
    throw new BadInput(`${errorMessage(error)}\n${USAGE}`);
  }
}

function readBytes(folder: string, file: string): Uint8Array {
  try {
    return readFileSync(resolve(folder, file));
  } catch (error) {
    throw new BadInput(describeSystemError(file, error));
  }
}

/** The files of a folder; none if it does not exist. */
function filesOf(dir: string, name: string, extension: string): SourceFile[] {
  return existsSync(join(dir, name)) ? readFolder(dir, name, extension) : [];
}

/** Compares the candidates with the glossary. Reports errors in the glossary before anything is written. */
function reportedCandidates({ editions }: Intake): Reported[] {
  const sentences = sentencesOfEditions(editions);
  const known = knownForms(compiledGlossary(), sentences);
  return findCandidates(sentences).map((candidate) => ({ candidate, entry: entryOf(candidate, known) }));
}

/** `path`, with a number before its extension if it exists. */
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
    throw new BadInput(`Nothing was written: ${errorMessage(error)}`);
  }
}

function summary(intake: Intake, files: readonly NewFile[], { file, isDry }: Options, folder: string): string[] {
  const { editions, leftOver, encoding } = intake;
  return [
    ...(encoding === 'utf-8' ? [] : [`${file}: read as ${encoding}, kept as UTF-8`]),
    ...editions.map(({ id, title, titleStatus, paragraphs }) => {
      const passages = paragraphs.flat().length;
      const remark = titleStatus === 'given' ? ' (came without a title: give it one)' : '';
      return `${id}: ${title}${remark}, ${paragraphs.length} paragraphs, ${passages} passages`;
    }),
    ...leftOver.map(({ number, text }) => `${file}:${number}: belongs to no bulletin: ${text}`),
    ...files.map(({ path }) => `${isDry ? 'would write' : 'wrote'} ${relative(folder, path)}`),
  ];
}
