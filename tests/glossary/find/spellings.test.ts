import { describe, expect, test } from 'vitest';
import { finderOf, found } from './finder-of';

const glossary = finderOf({
  cast: ['中国科协', '科协', { text: 'CAST', exactCase: true }],
  tenth: ['科协十大'],
  society: ['学会'],
  pilot: ['“3+1”试点'],
  forum: ['World Forum'],
  cafe: ['café 科普'],
  astral: ['𠮷野'],
  dot: ['智慧·科协'],
  one: ['协'],
  lead: ['领航'],
  hundred: ['党100年'],
});

const zwsp = '\u200b';
const shy = '\u00ad';
const br = '\u2028';

const table: [name: string, text: string, expected: string[]][] = [
  ['nothing in an empty text', '', []],
  ['nothing in one letter of another word', '科', []],
  ['a form of one unit is the whole text', '协', ['协 = one (form)']],
  ['nothing in skipped characters alone', `“ ”${zwsp}${br}`, []],
  ['a form is the whole text', '学会', ['学会 = society (form)']],
  ['a form ends the text', '中国学会', ['学会 = society (form)']],
  ['a text ends inside a form', '中国科', []],
  ['the longer of two forms with the same start', '科协十大', ['科协十大 = tenth (form)']],
  ['the leftmost of two that overlap', '中国科协十大', ['中国科协 = cast (form)']],
  ['a form inside a longer one is not told', '在中国科协', ['中国科协 = cast (form)']],
  ['adjacent mentions', '学会科协学会', ['学会 = society (form)', '科协 = cast (form)', '学会 = society (form)']],
  ['the same form twice', '学会、学会', ['学会 = society (form)', '学会 = society (form)']],

  ['Traditional', '中國科協', ['中國科協 = cast (form)']],
  ['Traditional and Simplified mixed', '中國科协', ['中國科协 = cast (form)']],
  ['full-width digits and signs', '３＋１試點', ['３＋１試點 = pilot (form)']],
  ['a compatibility ideograph', '\uf9b4航', ['\uf9b4航 = lead (form)']],

  ['no quotation marks', '3+1试点', ['3+1试点 = pilot (form)']],
  ['quotation marks as in the headword', '“3+1”试点', ['“3+1”试点 = pilot (form)']],
  ['quotation marks of another kind', '「3+1」試點', ['「3+1」試點 = pilot (form)']],
  ['half-width corner brackets', '｢3+1｣试点', ['｢3+1｣试点 = pilot (form)']],
  ['straight quotation marks', '深化"3+1"试点', ['"3+1"试点 = pilot (form)']],
  ['quotation marks around all of it stay outside', '“3+1试点”', ['3+1试点 = pilot (form)']],
  ['a quotation that opens inside is closed', '看科“协”吧', ['科“协” = cast (form)']],
  ['a straight quotation that opens inside is closed', '看科"协"吧', ['科"协" = cast (form)']],
  ['a lone quotation mark inside', '3+1”试点', ['3+1”试点 = pilot (form)']],
  ['a quotation inside is balanced', '3“+”1试点', ['3“+”1试点 = pilot (form)']],

  ['a zero-width space inside', `科${zwsp}协`, [`科${zwsp}协 = cast (form)`]],
  ['a soft hyphen inside a Latin word', `CA${shy}ST`, [`CA${shy}ST = cast (form)`]],
  ['a variation selector inside', '科\ufe0f协', ['科\ufe0f协 = cast (form)']],
  ['skipped characters after the form stay outside', `学会${zwsp} `, ['学会 = society (form)']],
  ['a space inside Chinese', '中国 科协', ['中国 科协 = cast (form)']],
  ['an ideographic space inside Chinese', '学\u3000会', ['学\u3000会 = society (form)']],
  ['line feeds of the source inside Chinese', '中国\n\t科\r\n协', ['中国\n\t科\r\n协 = cast (form)']],
  ['a line break the author set', `中国${br}科协`, [`中国${br}科协 = cast (form)`]],
  ['not across two line breaks', `中国${br}${br}科协`, ['科协 = cast (form)']],
  ['not across two line breaks with marks between', `中国${br} “${br}科协”`, ['科协 = cast (form)']],
  ['one line break in each of two gaps', `中${br}国科${br}协`, [`中${br}国科${br}协 = cast (form)`]],
  ['white space around signs', '3 + 1 试点', ['3 + 1 试点 = pilot (form)']],
  ['a gap of 64', `中国${' '.repeat(64)}科协`, [`中国${' '.repeat(64)}科协 = cast (form)`]],
  ['not across a gap of 65', `中国${' '.repeat(65)}科协`, ['科协 = cast (form)']],
  ['not across other punctuation', '科、协', ['协 = one (form)']],
  ['a middle dot of another kind', '智慧・科協', ['智慧・科協 = dot (form)']],
  ['a middle dot the form has cannot be left out', '智慧科协', ['科协 = cast (form)']],

  ['a Latin word in exact case', '在CAST的', ['CAST = cast (form)']],
  ['not in another case', 'cast Cast', []],
  ['full width is the same spelling', 'ＣＡＳＴ', ['ＣＡＳＴ = cast (form)']],
  ['not at the beginning of a longer word', 'CASTLE', []],
  ['not at the end of a longer word', 'BROADCAST', []],
  ['not before a digit', 'CAST2', []],
  ['not where a longer word is hyphenated', `CAST${shy}LE`, []],
  ['not before a combining accent', 'CAST\u0301', []],
  ['a possessive', 'CAST’s', ['CAST = cast (form)']],
  ['a digit before a form that begins with one', '13+1试点', []],
  ['Chinese around Latin needs no space', '是world forum吗', ['world forum = forum (form)']],
  ['any white space between Latin words', `World${br}\n Forum`, [`World${br}\n Forum = forum (form)`]],
  ['no white space where the form has one', 'WorldForum', []],
  ['white space where the form has none', 'CA ST', []],
  ['white space beside a mark where the form has none', 'CA” ST CA “ST', []],
  ['a number the source wraps', '党1\n    ０0年', ['党1\n    ０0年 = hundred (form)']],
  ['not a number with a gap the author set', `党1 00年 党1${br}\n00年`, []],
  ['an accented letter', 'Café科普', ['Café科普 = cafe (form)']],
  ['not an unaccented letter for an accented one', 'cafe科普', []],
  ['not an accent encoded apart', 'cafe\u0301科普', []],

  ['an astral character in the form', '在𠮷野', ['𠮷野 = astral (form)']],
  ['astral characters beside', '😀学会😀', ['学会 = society (form)']],
  ['another astral character with the same first half', '𠮸野', []],
  ['lone surrogates', '\ud842学会\udfb7野\ud800', ['学会 = society (form)']],
];

describe('spellings', () => {
  test.each(table)('%s', (_name, text, expected) => {
    expect(found(glossary, text)).toEqual(expected);
  });

  test('a match covers 512 units at most', () => {
    const spread = (gap: number) => [...'甲乙丙丁戊己庚辛壬癸'].join(' '.repeat(gap));
    const stems = finderOf({ stems: ['甲乙丙丁戊己庚辛壬癸'] });
    expect(spread(55).length).toBe(505);
    expect(found(stems, spread(55))).toHaveLength(1);
    expect(spread(56).length).toBe(514);
    expect(found(stems, spread(56))).toHaveLength(0);
  });

  test('offsets refer to the original text', () => {
    const text = `😀${zwsp}「3 + 1」試點`;
    expect(found(glossary, text)).toEqual(['「3 + 1」試點 = pilot (form)']);
  });
});
