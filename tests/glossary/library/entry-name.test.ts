import { describe, expect, it } from 'vitest';
import { ENTRY_NAME, isPolicyName, partsOf, readEntryName } from '../../../glossary/library/entry-name';

describe('the name of an entry', () => {
  it.each<[text: string, name: string | null]>([
    ['bundled/cast', 'bundled/cast'],
    ['user/own-5f0c', 'user/own-5f0c'],
    ['policy-a/0123456789abcdef', 'policy-a/0123456789abcdef'],
    ['cast', 'bundled/cast'],
    ['own/own-5f0c', 'user/own-5f0c'],
    ['preset/a-0123456789abcdef', 'policy-a/0123456789abcdef'],
    ['preset/a-b-0123456789abcdef', 'policy-a-b/0123456789abcdef'],
    ['preset/x', null],
    ['', null],
    ['a/b/c', null],
    ['own/../cast', null],
    ['甲', null],
    ['a'.repeat(200), null],
  ])('%s is read as %s, and that as itself', (text, name) => {
    expect(readEntryName(text)).toBe(name);
    if (name !== null) {
      expect(readEntryName(name)).toBe(name);
      expect(name).toMatch(ENTRY_NAME);
    }
  });

  it('has the ids of its pack and term', () => {
    expect(partsOf('user/a')).toEqual({ pack: 'user', term: 'a' });
    expect(partsOf('甲/a')).toEqual({ pack: '', term: '' });
    expect(['policy-a/b', 'user/b', 'policy'].map(isPolicyName)).toEqual([true, false, false]);
  });
});
