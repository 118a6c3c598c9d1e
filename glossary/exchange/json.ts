/** Reads JSON files, of which only one element of their lists is in memory at a time. */
import { type ByteSource, type Choices, FileFaultError } from './contract';
import { decodeSource, readSample } from './encoding';
import { jsonElements } from './json-elements';

/** A file of JSON without the elements of its lists, and these. */
export interface JsonLists {
  rest: unknown;
  /** Reads the file again. `where` as in `JsonPart`. @throws {FileFaultError} `json-broken`. */
  elements(): AsyncGenerator<readonly { where: string; value: unknown }[], void>;
}

/**
 * Reads what surrounds the lists, which may be behind them.
 * @param isList as for `jsonElements`.
 * @throws {FileFaultError} `json-broken`, `too-large`, `empty`.
 */
export async function readJsonLists(
  source: ByteSource,
  choices: Pick<Choices, 'encoding'>,
  isList: (key: string | null) => boolean,
): Promise<JsonLists> {
  const { encoding } = await readSample(source, choices.encoding);
  const read = () => jsonElements(decodeSource(source, encoding), isList);
  let rest = '';
  for await (const parts of read()) {
    const last = parts.at(-1);
    if (last?.kind === 'rest') rest = last.text;
  }
  return {
    rest: parseJson(rest),
    async *elements() {
      for await (const parts of read()) {
        yield parts.flatMap((part) =>
          part.kind === 'element' ? [{ where: part.where, value: parseJson(part.text, part.where) }] : [],
        );
      }
    },
  };
}

/** @param part of an archive or a file the text is from; '' for a whole file. @throws {FileFaultError} `json-broken`. */
export function parseJson(text: string, part = ''): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    // The engine's message names the place, in words of its own.
    throw new FileFaultError('json-broken', [part, messageOf(error)].filter(Boolean).join(': '));
  }
}

/** Whether a value is an object with keys, not a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Letters and numbers as text; '' for everything else. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** The beginning of a value as JSON, to show; '' for one that is nested too deeply to be written. */
export function rawJson(value: unknown): string {
  try {
    return JSON.stringify(value ?? null).slice(0, MAX_RAW);
  } catch {
    return '';
  }
}

const MAX_RAW = 500;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 120) : '';
}
