import { expect, it } from 'vitest';
import { contentHash } from '../../../glossary/pack/content-hash';

// Revisions that readers have stored are such hashes: a changed one would make every pack new.
it.each([
  ['', '2f0b4a27811c9dc5'],
  ['a', '54c5ec32e40c292c'],
  ['科协十大', '51963c3f57a1f8ad'],
  ['30', '0a16a03787f05176'],
])('the hash of %j stays %s', (text, hash) => {
  expect(contentHash(text)).toBe(hash);
});

it('depends on the order of units', () => {
  expect(contentHash('ab')).not.toBe(contentHash('ba'));
});
