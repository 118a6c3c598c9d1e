/** Leaves out the optional fields of a term that have no value. */
import type { PlainTerm } from './plain-term';

type OptionalFields = Omit<PlainTerm, 'id' | 'headword' | 'forms' | 'definition'>;

/** Every optional field; one without a value is '', null, false, an empty list or undefined. */
export type FieldValues = { [Field in keyof Required<OptionalFields>]: OptionalFields[Field] | '' | null };

/** The fields with a value, always in the same order: the revision of a pack is a hash of its terms as JSON. */
export function givenFields(values: FieldValues): OptionalFields {
  const { translation, equivalents, pinyin, subject, note, source, status, use, exactCase, insideWords } = values;
  return {
    ...(translation && { translation }),
    ...(equivalents && equivalents.length > 0 && { equivalents }),
    ...(pinyin && { pinyin }),
    ...(subject && { subject }),
    ...(note && { note }),
    ...(source && { source }),
    ...(status && { status }),
    ...(use && { use }),
    ...(exactCase && { exactCase }),
    ...(insideWords && { insideWords }),
  };
}
