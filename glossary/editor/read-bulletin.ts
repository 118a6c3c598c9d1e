/**
 * Parses the file of an edition (front matter, then one sentence in each line, `[p2s1] text`, with blank lines between
 * paragraphs) and compares it with the received text.
 */
import * as v from 'valibot';
import { isDate } from '../pack/iso-date';
import type { Bulletin, Passage } from '../pack/pack';
import { readerAddress } from '../reader-address';
import { compareWithReceived } from './compare-received';
import type { Problem } from './problem';
import { type SourceFile, YamlSource } from './source-file';

/** Of `2021-06-11`, in characters. */
const DAY_LENGTH = 10;

const headSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')),
  title: v.pipe(v.string(), v.nonEmpty()),
  titleStatus: v.picklist(['received', 'given'], 'must be received or given'),
  signer: v.pipe(v.string(), v.nonEmpty()),
  date: v.pipe(
    v.string(),
    v.check((value) => value.length === DAY_LENGTH && isDate(value), 'must be a date such as 2021-06-11'),
  ),
  originalUrl: v.nullable(
    v.pipe(
      v.string(),
      v.check((value) => readerAddress(value) !== null, 'must be an https address, or null if it is not known'),
    ),
  ),
  received: v.strictObject({
    file: v.string(),
    lines: v.pipe(v.string(), v.regex(/^\d+-\d+$/, 'must be a range such as 3-5')),
    byline: v.optional(v.pipe(v.string(), v.nonEmpty())),
    bylineAt: v.optional(v.picklist(['start', 'end'], 'must be start or end')),
  }),
  note: v.optional(v.string()),
});

/**
 * Parses one edition and checks it against the received text.
 * @param received the text of `received.file`, by path relative to `glossary/`; undefined if there is no such file.
 * @returns the bulletin, or null and at least one problem.
 */
export function readBulletin(
  file: SourceFile,
  received: (path: string) => string | undefined,
): { bulletin: Bulletin | null; problems: Problem[] } {
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file.text);
  if (!parts) {
    return fail(file, 1, 'there is no front matter', 'Begin the file with “---”, the fields, and “---”.');
  }
  const [, head = '', body = ''] = parts;
  const yaml = new YamlSource(file.path, head, 2);
  const fields = yaml.value === undefined ? null : yaml.parse(headSchema, [], 'bulletin');
  if (!fields) return { bulletin: null, problems: yaml.problems };
  const bodyLine = head.split('\n').length + 3;
  const { paragraphs, problems } = readBody(file, body, bodyLine);
  const bulletin: Bulletin = {
    id: fields.id,
    title: fields.title,
    titleStatus: fields.titleStatus,
    titleScript: 'zh-Hans',
    signer: fields.signer,
    date: fields.date,
    originalUrl: fields.originalUrl,
    note: fields.note ?? null,
    script: 'zh-Hans',
    paragraphs,
  };
  const path = `bulletins/${fields.received.file}`;
  const raw = received(path);
  if (raw === undefined) {
    const line = yaml.lineOf(['received', 'file']);
    problems.push({
      file: file.path,
      line,
      message: `there is no file ${path}`,
      advice: 'Keep the text as received beside the edition.',
    });
  } else if (problems.length === 0) {
    const difference = compareWithReceived(bulletin, raw, fields.received);
    if (difference) problems.push({ file: file.path, line: bodyLine, ...difference });
  }
  return problems.length > 0 ? { bulletin: null, problems } : { bulletin, problems };
}

const WRITE_PASSAGE = 'Write “[p1s1] ” and one sentence.';

function readBody(file: SourceFile, body: string, firstLine: number): { paragraphs: Passage[][]; problems: Problem[] } {
  const problems: Problem[] = [];
  const paragraphs: Passage[][] = [];
  const seen = new Set<string>();
  let paragraph: Passage[] = [];
  body.split('\n').forEach((line, i) => {
    if (line.trim() === '') {
      if (paragraph.length > 0) paragraphs.push(paragraph);
      paragraph = [];
      return;
    }
    const [, id = '', text = ''] = /^\[(p\d+s\d+)\] (\S.*)$/.exec(line) ?? [];
    const place = { file: file.path, line: firstLine + i };
    if (!id) {
      problems.push({ ...place, message: 'the line is no passage', advice: WRITE_PASSAGE });
    } else if (seen.has(id)) {
      problems.push({
        ...place,
        message: `the passage ${id} is there twice`,
        advice: 'Give each sentence an anchor of its own.',
      });
    } else {
      seen.add(id);
      paragraph.push({ id, text });
    }
  });
  if (paragraph.length > 0) paragraphs.push(paragraph);
  if (paragraphs.length === 0 && problems.length === 0) {
    problems.push({ file: file.path, line: firstLine, message: 'there is no passage', advice: WRITE_PASSAGE });
  }
  return { paragraphs, problems };
}

function fail(file: SourceFile, line: number, message: string, advice: string) {
  return { bulletin: null, problems: [{ file: file.path, line, message, advice }] };
}
