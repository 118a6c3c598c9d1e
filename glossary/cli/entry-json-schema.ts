/** Owns the schema editors complete entries by, written from the one that checks them. */
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { entrySchema, FORM_KINDS, formOrText } from '../editor/entry-schema';

/** The text of `glossary/entry.schema.json`, for a file of entries. What JSON Schema cannot say is left to the build. */
export function entryJsonSchema(): string {
  const schema = toJsonSchema(v.array(entrySchema), {
    errorMode: 'ignore',
    // A choice by type is a function, which the converter calls once, without a form: it would see the plain kind only.
    overrideSchema: ({ valibotSchema }) => (valibotSchema === formOrText ? { anyOf: FORM_KINDS.map(kindOf) } : null),
  });
  return `${JSON.stringify({ title: 'Entries of the glossary', ...schema }, null, 2)}\n`;
}

function kindOf(kind: (typeof FORM_KINDS)[number]) {
  const { $schema: _, ...schema } = toJsonSchema(kind, { errorMode: 'ignore' });
  return schema;
}
