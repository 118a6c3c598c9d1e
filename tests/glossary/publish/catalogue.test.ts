import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { catalogueSchema } from '../../../glossary/publish/catalogue';
import catalogue from '../../../packs.json';
import { offline, online } from './publication';

const pack = {
  title: '鸟',
  languages: ['zh-Hans'],
  licence: 'MIT',
  count: 3,
  bytes: 1_000,
  address: `https://birds.example/terms/latest.json#k=${online.publicKey},${offline.publicKey}`,
};
const isValid = (value: object) => v.safeParse(catalogueSchema, [value]).success;

describe('the catalogue', () => {
  it('of the repository is valid', () => {
    expect(v.safeParse(catalogueSchema, catalogue).success).toBe(true);
  });

  it('names the key of each pack', () => {
    expect(isValid(pack)).toBe(true);
    expect(isValid({ ...pack, address: pack.address.split(',')[0] })).toBe(true);
  });

  it.each([
    ['an address without a key', { ...pack, address: 'https://birds.example/latest.json' }],
    ['plain http', { ...pack, address: pack.address.replace('https', 'http') }],
    ['a page', { ...pack, address: pack.address.replace('latest.json', 'index.html') }],
    ['no licence', { ...pack, licence: undefined }],
    ['an unknown field', { ...pack, key: 'x' }],
  ])('refuses %s', (_, value) => {
    expect(isValid(value)).toBe(false);
  });
});
