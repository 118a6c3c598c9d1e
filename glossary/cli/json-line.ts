/** Parses one line of a JSONL file by a schema. */
import * as v from 'valibot';
import { BadInput } from './command';

/**
 * @param number of the line, 1-based, for the message. @param wanted description of a valid line.
 * @throws {BadInput} with number and description.
 */
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
