/** Reads glossaries in Markdown: a section `## Term` each, and labelled items for what is no definition. */
import { readAboutLine } from './about-lines';
import { languageOfName, roleOfName } from './column-roles';
import type { AboutDraft, ByteSource, Choices, Finding, TermDraft } from './contract';
import { decodeSource, readSample } from './encoding';
import { decodeEscapes, plainMarkdown, protectEscapes } from './markdown-text';
import { isYes, splitList } from './table-cells';
import { atLine, type Line, linesOf } from './text-lines';

/** Lines of a section beyond this belong to no definition. */
const MAX_LINES = 2000;

/** Reads terms from sections of the second level. What stands before the first says something about the pack. */
export async function* readMarkdown(source: ByteSource, choices: Choices): AsyncGenerator<readonly Finding[], void> {
  const { encoding } = await readSample(source, choices.encoding);
  const reader = new MarkdownReader();
  for await (const lines of linesOf(decodeSource(source, encoding))) yield reader.push(lines);
  yield reader.end();
}

interface Section {
  heading: Line;
  lines: string[];
}

class MarkdownReader {
  #section: Section | null = null;
  #about: AboutDraft = {};
  /** The mark that closes the code block of the line; '' outside. */
  #fence = '';

  push(lines: readonly Line[]): Finding[] {
    return lines.flatMap((line) => {
      const [, fence = ''] = /^ {0,3}(`{3,}|~{3,})/.exec(line.text) ?? [];
      if (fence && (this.#fence === '' || fence.startsWith(this.#fence))) this.#fence = this.#fence === '' ? fence : '';
      if (this.#fence === '' && /^ {0,3}##[ \t]/.test(line.text)) {
        const done = this.#finish();
        this.#section = { heading: line, lines: [] };
        return done;
      }
      if (this.#section === null) this.#readPreamble(line.text);
      else if (this.#section.lines.length < MAX_LINES) this.#section.lines.push(line.text);
      return [];
    });
  }

  end(): Finding[] {
    return [...this.#finish(), { kind: 'about', about: this.#about }];
  }

  #readPreamble(text: string): void {
    if (/^\ufeff? {0,3}#[ \t]/.test(text)) this.#about = { title: headingText(text), ...this.#about };
    const item = readItem(text);
    if (item) this.#about = { ...this.#about, ...readAboutLine(item.label, plainMarkdown(item.value)) };
  }

  #finish(): Finding[] {
    const section = this.#section;
    this.#section = null;
    if (!section) return [];
    const draft = draftOf(headingText(section.heading.text), section.lines);
    return [{ kind: 'term', place: atLine(section.heading.number), draft }];
  }
}

function headingText(line: string): string {
  const text = line.replace(/^\ufeff? {0,3}#+[ \t]+/, '').replace(/[ \t]+#+[ \t]*$/, '');
  // An anchor that generators of sites read.
  return plainMarkdown(text.replace(/[ \t]*\{#[\w-]+\}[ \t]*$/, ''));
}

/** An item `- **Label:** value`; null for any other line. */
function readItem(text: string): { label: string; value: string } | null {
  const [, label, value = ''] = /^ {0,3}[-*+][ \t]+\*\*([^*\n]{1,60}?)[:：]?\*\*[:：]?[ \t]*(.*)$/.exec(text) ?? [];
  return label === undefined ? null : { label, value };
}

function draftOf(headword: string, lines: readonly string[]): TermDraft {
  const definition: string[] = [];
  const items = new Map<string, string[]>();
  let current: string[] | null = null;
  for (const line of lines) {
    const item = readItem(line);
    const role = item && roleOfLabel(item.label);
    if (item && role) {
      current = items.get(role) ?? [];
      items.set(role, current);
      current.push(item.value);
    } else if (current && /^ {2,}\S/.test(line)) current.push(line.trim());
    else {
      current = null;
      definition.push(line);
    }
  }
  return { headword, definition: joinLines(definition), ...fieldsOf(items) };
}

/** Labels are the names of columns, and names of languages. */
function roleOfLabel(label: string): string | null {
  const name = plainMarkdown(label);
  if (/^source$|^来源$|^來源$|^出处$|^出處$/i.test(name)) return 'source-title';
  const role = roleOfName(name);
  if (typeof role === 'string') return role === 'headword' || role === 'ignore' ? null : role;
  const language = languageOfName(name);
  return language ? `equivalent:${language}` : null;
}

function fieldsOf(items: ReadonlyMap<string, readonly string[]>): Partial<TermDraft> {
  const text = (role: string) => joinLines(items.get(role) ?? []);
  const equivalents = [...items].flatMap(([role, values]) =>
    role.startsWith('equivalent:')
      ? listOf(values).map((one) => ({ language: role.slice('equivalent:'.length), text: one }))
      : [],
  );
  const source = sourceOf((items.get('source-title') ?? []).join(' '));
  return {
    forms: listOf(items.get('forms') ?? []),
    ...(items.has('definition') && { definition: text('definition') }),
    translation: text('translation'),
    equivalents,
    pinyin: text('pinyin'),
    subject: text('subject'),
    note: text('note'),
    source: {
      title: source.title,
      url: addressOf(items.get('source-url')?.[0] ?? '') || source.url,
      quote: text('source-quote'),
      date: text('source-date'),
    },
    status: text('status'),
    use: text('use'),
    exactCase: isYes(text('exact-case')),
    insideWords: isYes(text('inside-words')),
  };
}

/** The texts of one item that lists them, or of several items. */
function listOf(values: readonly string[]): string[] {
  return splitList(values.map(plainMarkdown).join('\n'));
}

/** A title, or a link with its title. */
function sourceOf(value: string): { title: string; url: string } {
  const [, title = '', url = ''] = /^\[(.*)\]\((https:[^\s()]+)\)$/.exec(protectEscapes(value)) ?? [];
  return url ? { title: plainMarkdown(decodeEscapes(title, true)), url } : { title: plainMarkdown(value), url: '' };
}

/** An address, in angle brackets or not. */
function addressOf(value: string): string {
  const [, url] = /^<([^\s<>]+)>$/.exec(value.trim()) ?? [];
  return url ?? plainMarkdown(value);
}

/** Lines of a paragraph are one, unless a line ends with a backslash or the next begins with a mark of its own. */
function joinLines(lines: readonly string[]): string {
  let text = '';
  let isOpen = false;
  for (const line of lines) {
    const hasBreak = /(?:^|[^\\])(?:\\\\)*\\$/.test(line) || / {2,}$/.test(line);
    const plain = plainMarkdown(hasBreak ? line.replace(/\\$/, '') : line).trim();
    const isBlock = /^\s*([-*+>|]|\d+[.)])\s/.test(line) || plain === '';
    if (isOpen && !isBlock) text += /[\p{Script=Han}，。；：、）」”]$/u.test(text) ? plain : ` ${plain}`;
    else text += `${text === '' ? '' : '\n'}${plain}`;
    isOpen = plain !== '' && !hasBreak;
  }
  return text;
}
