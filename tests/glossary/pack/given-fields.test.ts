import { expect, it } from 'vitest';
import { type FieldValues, givenFields } from '../../../glossary/pack/given-fields';

const ALL: FieldValues = {
  translation: 'entanglement',
  equivalents: [{ language: 'fr', text: 'intrication' }],
  pinyin: 'jiū chán',
  subject: 'physics',
  note: 'A note.',
  source: { title: 'A book', url: '' },
  status: 'preferred',
  use: '量子纠缠',
  exactCase: true,
  insideWords: true,
};
const NONE: FieldValues = {
  translation: '',
  equivalents: null,
  pinyin: '',
  subject: '',
  note: '',
  source: null,
  status: null,
  use: '',
  exactCase: false,
  insideWords: false,
};

it('keeps every field with a value, in the same order whatever the order given', () => {
  const turned = Object.fromEntries(Object.entries(ALL).reverse()) as FieldValues; // The same fields.
  expect(JSON.stringify(givenFields(turned))).toBe(JSON.stringify(ALL));
});

it.each(Object.keys(ALL) as (keyof FieldValues)[])('keeps %s alone', (field) => {
  expect(givenFields({ ...NONE, [field]: ALL[field] })).toEqual({ [field]: ALL[field] });
});

it('leaves out fields without a value, and an empty list', () => {
  expect(givenFields(NONE)).toEqual({});
  expect(givenFields({ ...NONE, equivalents: [] })).toEqual({});
});
