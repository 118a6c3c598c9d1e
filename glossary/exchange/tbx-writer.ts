/** Writes TBX version 3, dialect TBX-Basic in the style DCA, which all tools for version 3 read. */
import type { PackContent, PlainTerm, TermStatus } from '../pack/plain-term';
import { aboutLines } from './about-lines';
import { PINYIN, UNKNOWN_SOURCE, UNKNOWN_TARGET } from './choose-languages';
import { escapeXml } from './xml';

/** Status words of TBX. */
const STATUS: Record<TermStatus, string> = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  deprecated: 'deprecatedTerm-admn-sts',
};

/** The pack as a TBX file. A concept is a term of the pack. */
export function* writeTbx(pack: PackContent): Generator<string, void> {
  const [source = UNKNOWN_SOURCE, target = UNKNOWN_TARGET] = pack.languages ?? [];
  const said = aboutLines({ ...pack, languages: [source, target] }).map(([label, value]) => `${label}: ${value}`);
  yield `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="${escapeXml(source)}" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><titleStmt>${element('title', pack.title)}</titleStmt><sourceDesc>${said
    .map((line) => element('p', line))
    .join('')}</sourceDesc></fileDesc></tbxHeader>
<text><body>
`;
  for (const [i, term] of pack.terms.entries()) yield conceptOf(term, `c${i + 1}`, { source, target });
  yield '</body></text>\n</tbx>\n';
}

function conceptOf(term: PlainTerm, id: string, { source, target }: { source: string; target: string }): string {
  const { definition, subject, note, source: from, translation, equivalents = [], pinyin, status, use } = term;
  const sections = new Map<string, string[]>([[source, [headOf(term)]]]);
  const add = (language: string, text: string) =>
    sections.set(language, [...(sections.get(language) ?? []), termSec(text)]);
  // Of a deprecated term all forms are: a reader would take one that is not for the term to use.
  for (const form of term.forms)
    sections.get(source)?.push(termSec(form, status === 'deprecated' ? statusOf(status) : ''));
  if (pinyin) add(PINYIN, pinyin);
  if (translation) add(target, translation);
  for (const { language, text } of equivalents) add(language, text);
  const parts = [
    subject && element('descrip', subject, 'type="subjectField"'),
    definition && element('descrip', definition, 'type="definition"'),
    from?.title && element('admin', from.title, 'type="source"'),
    note && element('note', note),
    from?.url &&
      element('xref', from.title || from.url, `type="externalCrossReference" target="${escapeXml(from.url)}"`),
    ...[...sections].map(([language, terms]) =>
      elementOf('langSec', terms.join(''), `xml:lang="${escapeXml(language)}"`),
    ),
  ];
  return `<conceptEntry id="${id}">${parts.filter(Boolean).join('')}</conceptEntry>\n`;

  function headOf({ headword, source: shown }: PlainTerm): string {
    return termSec(
      headword,
      (status ? statusOf(status) : '') +
        (shown?.quote ? element('descrip', shown.quote, 'type="context"') : '') +
        (use ? element('ref', use, 'type="crossReference"') : ''),
    );
  }
}

function statusOf(status: TermStatus): string {
  return element('termNote', STATUS[status], 'type="administrativeStatus"');
}

function termSec(text: string, more = ''): string {
  return `<termSec>${element('term', text)}${more}</termSec>`;
}

function element(name: string, text: string, attributes = ''): string {
  return elementOf(name, escapeXml(text), attributes);
}

/** An element whose content is XML already. */
function elementOf(name: string, content: string, attributes = ''): string {
  return `<${name}${attributes && ` ${attributes}`}>${content}</${name}>`;
}
