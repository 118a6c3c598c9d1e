/** Reads and writes the product's own pack file (JSON), which holds every field. */
import * as v from 'valibot';
import type { PackContent, PlainTerm } from '../pack/plain-term';
import { type AboutDraft, type ByteSource, type Choices, FileFaultError, type Finding } from './contract';
import { asText, isRecord, rawJson, readJsonLists } from './json';
import { aboutSchema, PACK_FORMAT, termSchema } from './pack-schema';

/** Reads terms from a file of a pack. */
export async function* readPackFile(source: ByteSource, choices: Choices): AsyncGenerator<readonly Finding[], void> {
  const { rest, elements } = await readJsonLists(source, choices, (key) => key === 'terms');
  yield [{ kind: 'about', about: readAbout(rest) }];
  for await (const terms of elements()) yield terms.map(({ value, where }) => readTerm(value, where));
}

function readAbout(value: unknown): AboutDraft {
  if (!isRecord(value) || !asText(value.format).startsWith('pangzhu-pack/'))
    throw new FileFaultError('wrong-format', 'pack');
  if (value.format !== PACK_FORMAT) throw new FileFaultError('wrong-version', asText(value.format));
  const about = v.safeParse(aboutSchema, value);
  if (!about.success) throw new FileFaultError('wrong-format', describe(about.issues));
  if (!Array.isArray(value.terms)) throw new FileFaultError('wrong-format', 'terms');
  const { format: _, ...said } = about.output;
  return said;
}

function readTerm(value: unknown, where: string): Finding {
  const parsed = v.safeParse(termSchema, value);
  if (parsed.success) {
    const row = { raw: () => rawJson(value), where: (field: string) => `${where}.${field}` };
    return { kind: 'term', place: { line: null, where }, draft: parsed.output, row };
  }
  const path = v.getDotPath(parsed.issues[0]);
  const reason = { code: 'wrong-shape', value: describe(parsed.issues) } as const;
  return {
    kind: 'refused',
    place: { line: null, where: path ? `${where}.${path}` : where },
    reason,
    raw: rawJson(value),
  };
}

function describe([issue]: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  return issue.message.slice(0, 160);
}

/** Writes a pack, one term a line: changes of a list that is kept under version control stay readable. */
export function* writePackFile({ terms, ...about }: PackContent): Generator<string, void> {
  const head = JSON.stringify({ format: PACK_FORMAT, ...about }, null, 2);
  yield `${head.slice(0, -'\n}'.length)},\n  "terms": [\n`;
  for (const [i, term] of terms.entries())
    yield `    ${JSON.stringify(compact(term))}${i < terms.length - 1 ? ',' : ''}\n`;
  yield '  ]\n}\n';
}

/** A term without its empty fields. */
function compact({ source, ...term }: PlainTerm): object {
  const written = (fields: object) =>
    Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value && !(Array.isArray(value) && value.length === 0)),
    );
  return { ...written(term), ...(source && { source: written(source) }) };
}
