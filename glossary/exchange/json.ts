/** Reads JSON files up to a limit of size. */
import { type ByteSource, type Choices, FileFaultError } from './contract';
import { decodeAll, readSample } from './encoding';

/** Above a pack of 100,000 terms with long definitions. */
export const MAX_JSON_BYTES = 128 * 2 ** 20;

/** The value of a file. @throws {FileFaultError} `json-broken`, `too-large`, `empty`. */
export async function readJson(source: ByteSource, { encoding }: Pick<Choices, 'encoding'>): Promise<unknown> {
  const sample = await readSample(source, encoding);
  return parseJson(await decodeAll(source, sample.encoding, MAX_JSON_BYTES));
}

/** @param part of an archive the text is from; '' for a file. @throws {FileFaultError} `json-broken`. */
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
