/** Owns one line of a JSONL file: parsed and checked, or refused with its number. */
import * as v from 'valibot';
import { BadInput } from './command';

/** @param number 1-based, for the message. @param wanted what a line has to be. @throws {BadInput} */
export function parseJsonLine<const S extends v.GenericSchema>(
  line: string,
  number: number,
  { schema, wanted }: { schema: S; wanted: string },
): v.InferOutput<S> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new BadInput(`line ${number}: this is no JSON`);
  }
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) throw new BadInput(`line ${number}: ${wanted} was expected`);
  return parsed.output;
}
