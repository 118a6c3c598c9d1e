/** Workbooks from the XML of their sheets, in the dialect of Excel. */
import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const SHARED = `<sst xmlns="${MAIN}"><si><t>shared</t></si><si><r><rPr><b/></rPr><t>学</t></r><r><t>会</t></r><rPh sb="0" eb="1"><t>がく</t></rPh></si></sst>`;
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`;

/** The bytes of a workbook. @param sheets what stands in `worksheet`, by the name of the part. */
export function workbook(sheets: Record<string, string>): Uint8Array {
  const names = Object.keys(sheets);
  const tabs = names.map((_, i) => `<sheet name="Sheet${i + 1}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('');
  const relations = names.map(
    (name, i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/worksheet" Target="${name.replace('xl/', '')}"/>`,
  );
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr/><sheets>${tabs}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${relations.join('')}</Relationships>`,
    'xl/sharedStrings.xml': SHARED,
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(names.map((name) => [name, `<worksheet xmlns="${MAIN}">${sheets[name]}</worksheet>`])),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}
