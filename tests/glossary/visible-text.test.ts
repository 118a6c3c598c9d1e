import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleText } from '../../glossary/visible-text';

/** Characters that reverse the direction of the following text. */
const BIDI_CONTROLS = [
  '\u202a',
  '\u202b',
  '\u202c',
  '\u202d',
  '\u202e',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
  '\u200e',
  '\u200f',
  '\u061c',
];
const INVISIBLE = [
  ...['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u034f', '\u115f', '\u3164', '\ufe0f', '\u180e'],
  ...['\u{e0001}', '\u{e0041}', '\u{e0100}', '\u0000', '\u0007', '\u001b', '\u007f', '\u0085', '\ud800', '\udfff'],
];

describe('visibleText', () => {
  it.each([
    ['', ''],
    ['住建部', '住建部'],
    ['“3+1”试点', '“3+1”试点'],
    ['a\tb\nc', 'a\tb\nc'],
    ['𠮷野家', '𠮷野家'],
    ['住\u200b建部', '住建部'],
    ['住\u202e部建', '住[U+202E]部建'],
    ['\u061c', '[U+061C]'],
  ])('converts %j to %j', (text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  it('works at any position of such a character: more than 200 strings', () => {
    const places: ((character: string) => string)[] = [
      (c) => `${c}科协十大`,
      (c) => `科协十大${c}`,
      (c) => `科${c}协${c}十${c}大`,
      (c) => `科协${c.repeat(50)}十大`,
      (c) => `${c}${c}科协十大${c}${c}`,
      (c) => `Kēxié ${c} Shí Dà`,
      (c) => `${c}`,
    ];
    const strings = [...BIDI_CONTROLS, ...INVISIBLE].flatMap((character) => places.map((place) => place(character)));
    expect(strings.length).toBeGreaterThan(200);
    for (const text of strings) {
      const shown = visibleText(text);
      expect(shown).not.toMatch(/[\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Cs}]/u);
      // Visible characters are kept.
      expect(shown.replace(/\[U\+[0-9A-F]{4}\]/g, '')).toBe(text.replace(/[^\p{Script=Han}\p{Script=Latin} ]/gu, ''));
    }
  });

  it.each(BIDI_CONTROLS)('replaces %j by its code point', (character) => {
    expect(visibleText(`科${character}协`)).toMatch(/^科\[U\+[0-9A-F]{4}\]协$/);
  });

  it.each(INVISIBLE)('removes %j', (character) => {
    expect(visibleText(`科${character}协`)).toBe('科协');
  });

  it('leaves no invisible character in any text, and is idempotent', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...BIDI_CONTROLS, ...INVISIBLE), fc.string())), (parts) => {
        const shown = visibleText(parts.join(''));
        expect(shown).not.toMatch(/[\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Cs}]/u);
        expect(visibleText(shown)).toBe(shown);
      }),
    );
  });
});
