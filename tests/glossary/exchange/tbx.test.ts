/** Tests the reading of TBX in the dialects of the tools that write it. */
import { describe, expect, it } from 'vitest';
import { encode } from './encode';
import { bytesOf, read, readText } from './packs';

const martif = (entries: string, doctype = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><titleStmt><title>学会术语</title></titleStmt><sourceDesc><p>Licence: CC0-1.0</p></sourceDesc></fileDesc></martifHeader><text><body>${entries}</body></text></martif>`;
const v3 = (entries: string, style = 'dca', more = '') =>
  `<?xml version="1.0"?><tbx type="TBX-Basic" style="${style}" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"${more}><tbxHeader/><text><body>${entries}</body></text></tbx>`;

describe('version 2', () => {
  it('is read with tig, as Weblate and Microsoft write it', async () => {
    const { pack } = await readText(
      martif(
        `<termEntry id="1"><descrip type="subjectField">信息</descrip>
          <langSet xml:lang="en-US"><descripGrp><descrip type="definition">A set of
            rules.</descrip></descripGrp><ntig><termGrp><term id="t1">protocol</term><termNote type="partOfSpeech">noun</termNote></termGrp></ntig></langSet>
          <langSet xml:lang="zh_CN"><tig><term>协议</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
            <tig><term>规约</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></tig>
            <tig><term>协定</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
          <langSet lang="de"><tig><term>Protokoll</term></tig></langSet></termEntry>`,
        '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n',
      ),
    );
    const shared = {
      definition: 'A set of\nrules.',
      subject: '信息',
      translation: 'protocol',
      equivalents: [{ language: 'de', text: 'Protokoll' }],
    };
    expect(pack).toMatchObject({ title: '学会术语', licence: 'CC0-1.0', languages: ['zh-CN', 'en-US'] });
    expect(pack.terms).toMatchObject([
      { headword: '协议', forms: ['规约'], status: 'preferred', ...shared },
      { headword: '协定', forms: [], status: 'deprecated', use: '协议', ...shared },
    ]);
  });

  it('is read in UTF-16, as MultiTerm writes it, and in GB2312', async () => {
    const text = martif(
      '<termEntry><langSet xml:lang="zh"><tig><term>科学</term></tig></langSet><note>注</note></termEntry>',
    );
    for (const bytes of [
      encode(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf-16le'),
      encode(text.replace('UTF-8', 'GB2312'), 'gb18030'),
    ])
      expect((await read(bytes)).pack.terms).toMatchObject([{ headword: '科学', note: '注' }]);
  });
});

describe('version 3', () => {
  it('is read in the style DCT, whatever its prefixes', async () => {
    const { pack } = await readText(
      v3(
        `<conceptEntry id="c1"><m:subjectField>科技</m:subjectField><b:definition>做事的方法</b:definition>
          <m:externalCrossReference target="https://example.org/">出处</m:externalCrossReference>
          <langSec xml:lang="zh-Hans"><termSec><term>技<hi>术</hi></term><m:administrativeStatus>admittedTerm-admn-sts</m:administrativeStatus><b:context>重视技术</b:context></termSec></langSec>
          <langSec xml:lang="en"><termSec><term>technology</term></termSec></langSec></conceptEntry>`,
        'dct',
        ' xmlns:m="http://www.tbxinfo.net/ns/min" xmlns:b="http://www.tbxinfo.net/ns/basic"',
      ),
    );
    expect(pack.terms).toMatchObject([
      {
        headword: '技术',
        definition: '做事的方法',
        translation: 'technology',
        subject: '科技',
        status: 'admitted',
        source: { title: '出处', url: 'https://example.org/', quote: '重视技术' },
      },
    ]);
  });

  it('uses the chosen languages', async () => {
    const text = v3(
      '<conceptEntry><langSec xml:lang="zh"><termSec><term>技术</term></termSec></langSec><langSec xml:lang="en"><termSec><term>technology</term></termSec></langSec><langSec xml:lang="de"><termSec><term>Technik</term></termSec></langSec></conceptEntry>',
    );
    const { pack } = await readText(text, { language: 'de', targetLanguage: 'zh' });
    expect(pack).toMatchObject({
      languages: ['de', 'zh'],
      terms: [{ headword: 'Technik', translation: '技术', equivalents: [{ language: 'en', text: 'technology' }] }],
    });
  });

  it('refuses a concept without a term in the language, with its line', async () => {
    const section = (language: string) => `<langSec xml:lang="${language}"><termSec><term>x</term></termSec></langSec>`;
    const { refused } = await readText(
      v3(`<conceptEntry>${section('zh')}<note>n</note></conceptEntry>\n<conceptEntry>${section('fr')}</conceptEntry>`),
      { language: 'zh' },
    );
    expect(refused).toMatchObject([{ place: { line: 2 }, reason: { code: 'no-headword' } }]);
  });

  it('is written as the dialect TBX-Basic, with escaped text', () => {
    const pack = {
      id: 'p',
      title: 'A & B',
      languages: ['zh', 'en'],
      terms: [
        {
          id: 't',
          headword: '<科>',
          forms: ['f'],
          definition: 'd',
          translation: 'science',
          status: 'deprecated' as const,
          use: '科学',
          source: { title: '', url: 'https://example.org/?a&b' },
        },
      ],
    };
    expect(new TextDecoder().decode(bytesOf(pack, 'tbx'))).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="zh" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><titleStmt><title>A &#38; B</title></titleStmt><sourceDesc><p>Identifier: p</p><p>Languages: zh, en</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
<conceptEntry id="c1"><descrip type="definition">d</descrip><xref type="externalCrossReference" target="https://example.org/?a&#38;b">https://example.org/?a&#38;b</xref><langSec xml:lang="zh"><termSec><term>&#60;科&#62;</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote><ref type="crossReference">科学</ref></termSec><termSec><term>f</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec><langSec xml:lang="en"><termSec><term>science</term></termSec></langSec></conceptEntry>
</body></text>
</tbx>
`);
  });
});
