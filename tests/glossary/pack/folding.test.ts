import { expect, it } from 'vitest';
import { Folding } from '../../../glossary/pack/folding';

const foldingOf = (spellings = '協协會会國国国国Éé⼈人') => new Folding(spellings);

it.each([
  ['科協會', '科协会'],
  ['ＣＡＳＴ', 'cast'],
  ['Ａ！～', 'a!~'],
  ['\uff00', '\uff00'],
  ['｟', '｟'],
  ['É', 'é'],
  ['À', 'À'],
  ['“3＋1” 试点', '3+1试点'],
  ['To  Be', 'to be'],
  ['中\u200b国', '中国'],
  ['', ''],
])('%j folds to %j', (form, folded) => {
  expect(foldingOf().fold(form)).toBe(folded);
});

it('says where each folded unit was', () => {
  expect(foldingOf().foldWithPlaces('「科 協」A')).toEqual({ text: '科协a', places: [1, 3, 5] });
});

it.each([
  ['\u200b', null],
  ['“', null],
  ['\n', ' '],
  ['\u2028', ' '],
  ['\u3000', ' '],
  ['會', '会'],
  ['Z', 'z'],
])('the unit %j becomes %j', (unit, folded) => {
  expect(foldingOf().unit(unit)).toBe(folded);
});

it('has the spellings of the letters in patterns, as pairs', () => {
  expect(foldingOf().spellingsOf(['国会', '会'])).toBe('會会國国国国');
  expect(foldingOf().spellingsOf([])).toBe('');
  expect(foldingOf('會会國').spellingsOf(['会'])).toBe('會会');
});

it('has the spellings by letter, without those that Unicode maps', () => {
  expect(foldingOf().spellingsInOrder(['国', '人', '会', 'x'])).toBe('國国  會 ');
});
