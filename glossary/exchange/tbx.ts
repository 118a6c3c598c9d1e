/** Reads TBX: version 2 (martif), version 3 in both styles (DCA: categories in `type`; DCT: categories as elements). */
import { readAboutLine } from './about-lines';
import { chooseLanguages, type Languages, languagesOf } from './choose-languages';
import { addItem, type Concept, draftsOf, emptyConcept, languagesOfConcept, normalTag } from './concept';
import { type AboutDraft, type ByteSource, type Choices, FileFaultError, type Finding } from './contract';
import { decodeSource, SAMPLE_BYTES } from './encoding';
import { parseXml, type XmlHandler, xmlEncoding } from './xml';

/** Concepts by which the languages are chosen. */
const SAMPLE_CONCEPTS = 200;
/** Of one element: beyond every limit of a field. */
const MAX_ELEMENT = 20_000;

const CONCEPTS = new Set(['termEntry', 'conceptEntry']);
const LANGUAGES = new Set(['langSet', 'langSec']);
const TERMS = new Set(['tig', 'ntig', 'termSec']);
/** Elements of the structure, which are no data categories whatever their names. */
const GROUPS = new Set([
  'termGrp',
  'descripGrp',
  'adminGrp',
  'termNoteGrp',
  'transacGrp',
  'termCompList',
  'hi',
  'foreign',
]);

interface Located {
  concept: Concept;
  line: number;
}

/** Reads terms from a TBX file. */
export async function* readTbx(source: ByteSource, choices: Choices): AsyncGenerator<readonly Finding[], void> {
  const encoding = choices.encoding ?? xmlEncoding(await source.read(0, SAMPLE_BYTES));
  const reader = new TbxReader();
  let held: Located[] = [];
  let languages: Languages | null = null;
  const choose = () =>
    chooseLanguages(
      held.map(({ concept }) => languagesOfConcept(concept)),
      choices,
      reader.about.languages,
    );
  for await (const _ of parseXml(decodeSource(source, encoding), reader)) {
    held.push(...reader.take());
    if (!languages && held.length < SAMPLE_CONCEPTS) continue;
    languages ??= choose();
    yield findingsOf(held, languages);
    held = [];
  }
  if (!reader.isTbx) throw new FileFaultError('wrong-format', 'tbx');
  languages ??= choose();
  yield findingsOf(held, languages);
  yield [{ kind: 'about', about: { ...reader.about, languages: languagesOf(languages) } }];
}

function findingsOf(concepts: readonly Located[], languages: Languages): Finding[] {
  return concepts.flatMap(({ concept, line }) =>
    draftsOf(concept, languages).map((draft): Finding => ({ kind: 'term', place: { line, where: '' }, draft })),
  );
}

class TbxReader implements XmlHandler {
  isTbx = false;
  about: AboutDraft = {};
  #done: Located[] = [];
  #concept: Concept | null = null;
  #line = 0;
  #language = '';
  #isInTerm = false;
  readonly #elements: { name: string; attributes: Readonly<Record<string, string>>; text: string }[] = [];

  /** Concepts that were completed since the last call. */
  take(): Located[] {
    const done = this.#done;
    this.#done = [];
    return done;
  }

  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    if (this.#elements.length === 0) this.isTbx = name === 'martif' || name.toLowerCase() === 'tbx';
    this.#elements.push({ name, attributes, text: '' });
    if (CONCEPTS.has(name)) {
      this.#concept = emptyConcept();
      this.#line = line;
      this.#language = '';
    } else if (LANGUAGES.has(name)) this.#language = normalTag(attributes['xml:lang'] ?? attributes.lang ?? '');
    else if (TERMS.has(name)) this.#isInTerm = true;
  }

  text(text: string): void {
    const element = this.#elements.at(-1);
    if (element && element.text.length < MAX_ELEMENT) element.text += text;
  }

  close(name: string): void {
    const element = this.#elements.pop();
    if (!element) return;
    const { attributes, text } = element;
    if (name === 'hi' || name === 'foreign') this.text(text);
    else if (CONCEPTS.has(name)) this.#finishConcept();
    else if (LANGUAGES.has(name)) this.#language = '';
    else if (TERMS.has(name)) this.#isInTerm = false;
    else if (!this.#concept) this.#readHeader(name, text);
    else if (!GROUPS.has(name)) this.#readCategory(this.#concept, attributes.type || name, attributes, text);
  }

  #finishConcept(): void {
    if (this.#concept) this.#done.push({ concept: this.#concept, line: this.#line });
    this.#concept = null;
  }

  #readHeader(name: string, text: string): void {
    if (name === 'title' && text.trim() !== '') this.about = { title: text, ...this.about };
    const [, label = '', value = ''] = name === 'p' ? (/^\s*(\w+): ([\s\S]*)$/.exec(text) ?? []) : [];
    this.about = { ...this.about, ...readAboutLine(label, value) };
  }

  #readCategory(concept: Concept, category: string, attributes: Readonly<Record<string, string>>, text: string): void {
    const { source } = concept;
    const term = this.#isInTerm ? concept.terms.at(-1) : undefined;
    switch (category) {
      case 'term':
        addItem(concept.terms, { language: this.#language, text, status: '', use: '' });
        return;
      case 'definition':
        addItem(concept.definitions, { language: this.#language, text });
        return;
      case 'subjectField':
        if (text.trim() !== '') addItem(concept.subjects, text.trim());
        return;
      case 'note':
      case 'usageNote':
        if (text.trim() !== '') addItem(concept.notes, text.trim());
        return;
      case 'administrativeStatus':
      case 'normativeAuthorization':
      case 'administrative-status':
        if (term) term.status = text.trim();
        return;
      case 'crossReference':
        if (term) term.use ||= text.trim();
        return;
      case 'context':
        source.quote ||= text;
        return;
      case 'source':
        source.title ||= text.trim();
        return;
      case 'externalCrossReference':
      case 'xSource':
        source.url ||= attributes.target ?? text.trim();
        // A text that repeats the address is no title.
        if (attributes.target && text.trim() !== attributes.target) source.title ||= text.trim();
    }
  }
}
