/** Owns the schema editors complete entries by, written from the one that checks them. */
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { entrySchema } from '../pack/entry-schema';

/** The text of `glossary/entry.schema.json`, for a file of entries. What JSON Schema cannot say is left to the build. */
export function entryJsonSchema(): string {
  const schema = toJsonSchema(v.array(entrySchema), { errorMode: 'ignore' });
  return `${JSON.stringify({ title: 'Entries of the glossary', ...schema }, null, 2)}\n`;
}
