import bundled from 'virtual:pangzhu/finder';
import spellings from 'virtual:pangzhu/fold';
import pack from 'virtual:pangzhu/pack';
import { describe, expect, it } from 'vitest';
import { pathFor } from '../../../entrypoints/glossary-browser/selection-path';
import { glossaryPath, glossarySearchPath } from '../../../entrypoints/shared/page-paths';
import { compilePacks } from '../../../glossary/library/compile-packs';
import { Library } from '../../../glossary/library/library';
import { createPack, type PlainPack } from '../../../glossary/library/plain-pack';
import { Folding } from '../../../glossary/pack/folding';

import { library } from '../../library';

/** `[` and `]` enclose the selection. */
function select(shown: string, isPrivate = false) {
  const start = shown.indexOf('[');
  return { text: shown.replace(/[[\]]/g, ''), start, end: shown.indexOf(']') - 1, isPrivate };
}

describe('the page of a selection', () => {
  it.each([
    ['a part of a term, to the whole', '学习科协[十大]精神', glossaryPath('bundled/cast-10th')],
    ['a term alone', '[科协十大]', glossaryPath('bundled/cast-10th')],
    ['more than a term, to the term in it', '会议[学习科协十大精神]。', glossaryPath('bundled/cast-10th')],
    ['of two terms, to the one there is more of', '怀进[鹏在科协十大上]说', glossaryPath('bundled/cast-10th')],
    ['a term in Traditional', '學習[科協十大]精神', glossaryPath('bundled/cast-10th')],
    ['nothing known, to a search', '看见[一只猫]了', glossarySearchPath('一只猫')],
    ['a term that has another sense here, to a search', '我[学会]了骑车', glossarySearchPath('学会')],
    ['white space around it, without', '看见[ 一只猫 ]了', glossarySearchPath('一只猫')],
    ['very much, to a search for its beginning', `[${'猫'.repeat(500)}]`, glossarySearchPath('猫'.repeat(64))],
    [
      'a character at the end of what fits, whole or not at all',
      `[${'猫'.repeat(63)}😀]`,
      glossarySearchPath('猫'.repeat(63)),
    ],
    ['half a character, to a search all the same', '[猫\ud83d猫]', glossarySearchPath('猫\ufffd猫')],
  ])('%s', (_name, shown, path) => {
    expect(pathFor(select(shown), library, { bundled, added: null })).toBe(path);
  });

  it('from a private window is an entry, or a search without the selected text', () => {
    const asker = { bundled, added: null };
    expect(pathFor(select('学习科协[十大]精神', true), library, asker)).toBe(glossaryPath('bundled/cast-10th'));
    expect(pathFor(select('看见[一只猫]了', true), library, asker)).toBe(glossarySearchPath(''));
  });

  it('a term of the reader’s own, to its page in the book', () => {
    const terms = [{ id: 'a', headword: '一只猫', forms: [], definition: '释义' }];
    const user: PlainPack = { id: 'user', title: '', kind: 'user', terms };
    const { finder: added } = compilePacks([user], new Folding(spellings));
    const all = new Library([pack, createPack(user, { variants: '', readings: '' })]);
    const asker = { bundled, added };
    expect(pathFor(select('看见[一只]猫了'), all, asker)).toBe(glossaryPath('user/a'));
    // Of terms as they were, nothing is known.
    expect(pathFor(select('看见[一只猫]了'), library, asker)).toBe(glossarySearchPath('一只猫'));
    expect(pathFor(select('看见[科协十大]了'), library, asker)).toBe(glossaryPath('bundled/cast-10th'));
  });
});
