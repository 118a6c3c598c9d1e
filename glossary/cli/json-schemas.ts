/** Converts the schemas that check entries and packs to JSON schemas, for code editors and for authors of packs. */
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

/** What code editors say about the fields of a pack. Kept apart from the schema, which is part of the extension. */
const PACK_FIELDS: Readonly<Record<string, string>> = {
  id: 'Names the pack: an import with the same id is an update.',
  languages: 'BCP 47: of the headwords, then of the translations.',
  licence: 'SPDX identifier, or words.',
  attribution: 'Whom to name when the pack is passed on.',
  contact: 'Where the editors receive reports of readers.',
  edition: 'What an edited glossary has besides its terms. Imports ignore it.',
};
const TERM_FIELDS: Readonly<Record<string, string>> = {
  id: 'Unique in the pack; made of the headword if absent.',
  headword: 'The term itself.',
  forms: 'Other spellings by which the term is found.',
  definition: 'What the term means. The first line is the short definition.',
  translation: "The headword in the pack's second language. No definition.",
  equivalents: 'The headword in other languages.',
  pinyin: 'With tone marks, words spaced.',
  subject: 'Field of knowledge.',
  note: 'How the term is used.',
  source: 'What the term rests on.',
  status: 'What the author says about the use of the term.',
  use: 'The term to use in place of a deprecated one.',
  exactCase: 'True: upper and lower case count.',
  insideWords: 'True: found inside longer words as well.',
  entry: 'Fields of a term of an edited glossary. Imports ignore them.',
};

/** The text of `docs/pack.schema.json`, for a file of a pack. */
export function packJsonSchema(): string {
  const schema = toJsonSchema(packFileSchema, {
    errorMode: 'ignore',
    overrideSchema: ({ valibotSchema, jsonSchema: { properties } }) => {
      const isPack = valibotSchema === packFileSchema;
      // The texts of a term in the other script have a headword as well.
      const isTerm = properties && 'headword' in properties && !('inferred' in properties);
      if (!properties || !(isPack || isTerm)) return null;
      for (const [name, description] of Object.entries(isPack ? PACK_FIELDS : TERM_FIELDS))
        Object.assign(properties[name] ?? {}, { description });
      return null;
    },
  });
  return `${JSON.stringify({ title: 'A pack of terms', ...schema }, null, 2)}\n`;
}

function kindOf(kind: (typeof FORM_KINDS)[number]) {
  const { $schema: _, ...schema } = toJsonSchema(kind, { errorMode: 'ignore' });
  return schema;
}
