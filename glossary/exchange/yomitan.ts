/** Reads dictionaries of Yomitan (zip, version 3): glosses as plain text, without pictures and styles. */
import {
  type AboutDraft,
  type ByteSource,
  type Choices,
  FileFaultError,
  type Finding,
  type TermDraft,
} from './contract';
import { asText, isRecord, parseJson, rawJson } from './json';
import { type JsonPart, jsonElements } from './json-elements';
import { openZip, unzipText, type Zip, type ZipEntry } from './zip';

const BANK = /^term_bank_(\d+)\.json$/;
/** In bytes, unpacked. */
const MAX_INDEX = 2 ** 20;
const MAX_DEPTH = 50;

/** Reads terms from a dictionary. */
export async function* readYomitan(source: ByteSource, _choices: Choices): AsyncGenerator<readonly Finding[], void> {
  const zip = await openZip(source);
  const indexEntry = zip.entries.get('index.json');
  if (!indexEntry) throw new FileFaultError('wrong-format', 'yomitan');
  const index = parseJson(await textOf(zip, indexEntry), 'index.json');
  const version = isRecord(index) ? (index.format ?? index.version) : undefined;
  if (!isRecord(index) || version !== 3) throw new FileFaultError('wrong-version', asText(version));
  const about = aboutOf(index);
  const [from = '', to = ''] = about.languages ?? [];
  const isTranslation = from !== '' && to !== '' && from.split('-')[0] !== to.split('-')[0];
  yield [{ kind: 'about', about }];
  for (const bank of banksOf(zip)) {
    for await (const rows of jsonElements(unzipText(zip, bank), (key) => key === null)) {
      yield rows.flatMap((part) => {
        if (part.kind === 'element') return readRow(part, bank.name, isTranslation);
        if (Array.isArray(parseJson(part.text, bank.name))) return [];
        throw new FileFaultError('wrong-format', bank.name);
      });
    }
  }
}

function banksOf(zip: Zip): ZipEntry[] {
  const number = ({ name }: ZipEntry) => Number(BANK.exec(name)?.[1]);
  return [...zip.entries.values()].filter(({ name }) => BANK.test(name)).sort((a, b) => number(a) - number(b));
}

async function textOf(zip: Zip, entry: ZipEntry): Promise<string> {
  if (entry.size > MAX_INDEX) throw new FileFaultError('zip-too-large', entry.name);
  const parts: string[] = [];
  for await (const part of unzipText(zip, entry)) parts.push(part);
  return parts.join('');
}

function aboutOf(index: Record<string, unknown>): AboutDraft {
  const languages = [asText(index.sourceLanguage), asText(index.targetLanguage)];
  return {
    title: asText(index.title),
    revision: asText(index.revision),
    attribution: asText(index.attribution) || asText(index.author),
    homepage: asText(index.url),
    ...(languages.every(Boolean) && { languages }),
  };
}

/** A row: expression, reading, tags, rules, score, glossary, sequence, tags. */
function readRow(
  { text: json, where }: JsonPart & { kind: 'element' },
  bank: string,
  isTranslation: boolean,
): Finding[] {
  const place = { line: null, where: bank + where };
  const row = parseJson(json, place.where);
  const cells: unknown[] = Array.isArray(row) ? row : [];
  const [headword, reading, , , , glossary] = cells;
  if (typeof headword !== 'string' || !Array.isArray(glossary)) {
    return [{ kind: 'refused', place, reason: { code: 'wrong-shape', value: '' }, raw: rawJson(row) }];
  }
  const said: unknown[] = glossary;
  const text = new PlainText();
  const glosses = said.map((gloss) => text.of(gloss)).filter((gloss) => gloss !== '');
  const isPlain = said.every((gloss) => typeof gloss === 'string' && !gloss.includes('\n'));
  const spoken = asText(reading);
  const isPinyin = /^[\p{Script=Latin}\p{Script=Bopomofo}\p{M}\p{Lm}\p{P}\p{Sk}\s\d]*$/u.test(spoken);
  const draft: TermDraft = {
    headword,
    ...(spoken !== headword && (isPinyin ? { pinyin: spoken } : { note: spoken })),
    // Glosses of a dictionary between two languages are translations, unless they are texts with a layout.
    ...(isTranslation && isPlain ? { translation: glosses.join('; ') } : { definition: glosses.join('\n') }),
  };
  const found: Finding = { kind: 'term', place, draft };
  if (!text.hasMedia) return [found];
  return [found, { kind: 'notice', place, reason: { code: 'media-dropped', value: headword.slice(0, 80) } }];
}

const BLOCKS = new Set(['div', 'p', 'li', 'ol', 'ul', 'table', 'tr', 'details', 'summary']);

/** Makes plain text of a gloss: structured content is a tree of elements from a closed list. */
class PlainText {
  hasMedia = false;

  of(gloss: unknown): string {
    const text = this.#node(gloss, 0);
    return text
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n[\n ]*/g, '\n')
      .trim();
  }

  #node(node: unknown, depth: number): string {
    if (typeof node === 'string') return node;
    if (depth > MAX_DEPTH) return '';
    if (Array.isArray(node)) return node.map((child) => this.#node(child, depth + 1)).join('');
    if (!isRecord(node)) return '';
    if (node.type === 'text') return asText(node.text);
    if (node.type === 'image' || node.tag === 'img') {
      this.hasMedia = true;
      return '';
    }
    // Readings over characters would stand inside the words.
    if (node.tag === 'rt' || node.tag === 'rp') return '';
    if (node.tag === 'br') return '\n';
    const content = this.#node(node.content, depth + 1);
    if (node.tag === 'td' || node.tag === 'th') return `${content} `;
    return BLOCKS.has(asText(node.tag)) ? `\n${content}\n` : content;
  }
}
