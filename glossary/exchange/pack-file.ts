/** Reads and writes the product's own pack file (JSON), which holds every field. */
import * as v from 'valibot';
import type { PackContent, PlainTerm } from '../pack/plain-term';
import { refuseAbove } from './byte-source';
import {
  type AboutDraft,
  type ByteSource,
  type Choices,
  type Encoding,
  FileFaultError,
  type Finding,
} from './contract';
import { decodeSource, readSample } from './encoding';
import { asText, isRecord, MAX_JSON_BYTES, parseJson, rawJson } from './json';
import { type JsonPart, jsonElements } from './json-elements';
import { aboutSchema, PACK_FORMAT, termSchema } from './pack-schema';

/**
 * Reads terms from a file of a pack. The file is read twice, so that no more than one term is in memory: what the pack says of
 * itself may stand behind its terms.
 */
export async function* readPackFile(source: ByteSource, choices: Choices): AsyncGenerator<readonly Finding[], void> {
  const { encoding } = await readSample(source, choices.encoding);
  yield [{ kind: 'about', about: readAbout(await restOf(source, encoding)) }];
  let place = 0;
  for await (const parts of elementsOf(source, encoding)) {
    yield parts.flatMap((part) => (part.kind === 'element' ? [readElement(part.text, `terms[${place++}]`)] : []));
  }
}

async function* elementsOf(source: ByteSource, encoding: Encoding): AsyncGenerator<readonly JsonPart[], void> {
  refuseAbove(source, MAX_JSON_BYTES);
  yield* jsonElements(decodeSource(source, encoding), 'terms');
}

async function restOf(source: ByteSource, encoding: Encoding): Promise<unknown> {
  let rest = '';
  for await (const parts of elementsOf(source, encoding)) {
    const last = parts.at(-1);
    if (last?.kind === 'rest') rest = last.text;
  }
  return parseJson(rest);
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

function readElement(text: string, where: string): Finding {
  return readTerm(parseJson(text, where), where);
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
