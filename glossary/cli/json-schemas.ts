/** Converts the schemas that check entries and packs to JSON schemas, for code editors and for whoever writes packs. */
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { entrySchema, FORM_KINDS, formOrText } from '../editor/entry-schema';
import { packFileSchema } from '../exchange/pack-schema';

/** The text of `glossary/entry.schema.json`, for a file of entries. Omits conditions that JSON Schema cannot express. */
export function entryJsonSchema(): string {
  const schema = toJsonSchema(v.array(entrySchema), {
    errorMode: 'ignore',
    // The converter calls the function of a lazy schema once without a value, and would see the plain kind only.
    overrideSchema: ({ valibotSchema }) => (valibotSchema === formOrText ? { anyOf: FORM_KINDS.map(kindOf) } : null),
  });
  return `${JSON.stringify({ title: 'Entries of the glossary', ...schema }, null, 2)}\n`;
}

/** The text of `docs/pack.schema.json`, for a file of a pack. */
export function packJsonSchema(): string {
  const schema = toJsonSchema(packFileSchema, { errorMode: 'ignore' });
  return `${JSON.stringify({ title: 'A pack of terms', ...schema }, null, 2)}\n`;
}

function kindOf(kind: (typeof FORM_KINDS)[number]) {
  const { $schema: _, ...schema } = toJsonSchema(kind, { errorMode: 'ignore' });
  return schema;
}
