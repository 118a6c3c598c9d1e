/** Reads terms from the rows of a table, for all tabular formats. */
import type { Choices, ColumnRole, DraftField, Finding, Place, TermDraft } from './contract';
import { languageTag } from './language-tag';
import { columnName, isYes, splitList, unguardFormula } from './table-cells';
import { guessLayout, type TableLayout } from './table-layout';
import { firstRows, type TableRow } from './table-rows';

/** Reads terms from rows, in the layout that was chosen or is guessed from the first. @param isGrid as `guessLayout`. */
export async function* readTable(
  batches: AsyncGenerator<readonly TableRow[], void>,
  choices: Choices,
  isGrid: boolean,
): AsyncGenerator<readonly Finding[], void> {
  const first = await firstRows(batches);
  const layout = layoutOf(first, choices, isGrid);
  const reader = new RowReader(layout, isGrid);
  let skipped = 0;
  const read = function* (rows: readonly TableRow[]): Generator<Finding> {
    for (const row of rows) {
      if (skipped < layout.headerRow && row.refused === null) skipped++;
      else yield* reader.read(row);
    }
  };
  yield [...read(first)];
  for await (const rows of batches) yield [...read(rows)];
  yield [{ kind: 'about', about: reader.about() }];
}

/** The layout by which rows are read, of which these are the first. */
export function layoutOf(rows: readonly TableRow[], choices: Choices, isGrid: boolean): TableLayout {
  return guessLayout(
    rows.filter(({ refused }) => refused === null).map(({ cells }) => cells),
    choices,
    isGrid,
  );
}

class RowReader {
  readonly #layout: TableLayout;
  readonly #isGrid: boolean;
  #targetLanguage: string;

  constructor(layout: TableLayout, isGrid: boolean) {
    this.#layout = layout;
    this.#isGrid = isGrid;
    this.#targetLanguage = layout.targetLanguage;
  }

  about(): { languages?: string[] } {
    const { language } = this.#layout;
    if (!language && !this.#targetLanguage) return {};
    return { languages: [language || 'und', ...(this.#targetLanguage ? [this.#targetLanguage] : [])] };
  }

  *read({ line, cells, refused, notices }: TableRow): Generator<Finding> {
    const place = { line, where: '' };
    const raw = () => cells.map((cell) => cell.slice(0, 500)).join('\t');
    const more = cells.findIndex((cell, i) => i >= this.#layout.columns.length && cell.trim() !== '');
    if (refused) yield { kind: 'refused', place: { line, where: refused.where }, reason: refused.reason, raw: raw() };
    else if (more >= 0) yield this.#tooMany(place, cells.length, raw());
    else {
      yield* notices ?? [];
      const where = (field: DraftField) => this.#cellOf(field, line);
      yield { kind: 'term', place, draft: this.#draft(cells), row: { raw, where } };
    }
  }

  /** The cell of a field, as the file names cells; '' for a field without a column. */
  #cellOf(field: DraftField, line: number): string {
    const column = this.#layout.columns.findIndex((role) => fieldOf(role) === field);
    return column < 0 ? '' : columnName(column) + (this.#isGrid ? line : '');
  }

  #tooMany(place: Place, cells: number, raw: string): Finding {
    const value = `${cells} > ${this.#layout.columns.length}`;
    return { kind: 'refused', place, reason: { code: 'too-many-cells', value }, raw };
  }

  #draft(cells: readonly string[]): TermDraft {
    const draft = new DraftBuilder();
    let language = '';
    for (const [i, role] of this.#layout.columns.entries()) {
      const cell = unguardFormula(cells[i] ?? '');
      if (cell.trim() === '') continue;
      if (role === 'target-language') language = languageTag(cell) ?? '';
      else draft.add(role, cell);
    }
    // A list with a language in each row: the first is the pack's, a row in another is an equivalent.
    if (language && !this.#targetLanguage) this.#targetLanguage = language;
    return draft.build(language === this.#targetLanguage ? '' : language);
  }
}

function fieldOf(role: ColumnRole): DraftField | null {
  if (role.startsWith('equivalent:')) return 'equivalents';
  if (role.startsWith('source-')) return role.replace('-', '.') as DraftField; // The four columns of a source.
  if (role === 'exact-case') return 'exactCase';
  if (role === 'inside-words') return 'insideWords';
  return role === 'target-language' || role === 'ignore' ? null : (role as DraftField); // The rest are fields by name.
}

/** Puts the cells of a row into the fields of a term. Texts of several columns with one role are joined. */
class DraftBuilder {
  readonly #texts = new Map<ColumnRole, string>();
  readonly #forms: string[] = [];
  readonly #equivalents: { language: string; text: string }[] = [];

  add(role: ColumnRole, cell: string): void {
    if (role === 'forms') this.#forms.push(...splitList(cell));
    else if (role.startsWith('equivalent:')) {
      const language = role.slice('equivalent:'.length);
      for (const text of splitList(cell)) this.#equivalents.push({ language, text });
    } else {
      const before = this.#texts.get(role);
      if (before === undefined) this.#texts.set(role, cell);
      else if (role === 'definition' || role === 'note' || role === 'source-quote')
        this.#texts.set(role, `${before}\n${cell}`);
      else if (role === 'translation' || role === 'subject') this.#texts.set(role, `${before}; ${cell}`);
    }
  }

  /** @param language of the translation if it is not the pack's, else ''. */
  build(language: string): TermDraft {
    const text = (role: ColumnRole) => this.#texts.get(role) ?? '';
    const translation = text('translation');
    if (language && translation) this.#equivalents.push({ language, text: translation });
    const source = {
      title: text('source-title'),
      url: text('source-url'),
      quote: text('source-quote'),
      date: text('source-date'),
    };
    return {
      headword: text('headword'),
      forms: this.#forms,
      definition: text('definition'),
      ...(!language && { translation }),
      equivalents: this.#equivalents,
      pinyin: text('pinyin'),
      subject: text('subject'),
      note: text('note'),
      source,
      status: text('status'),
      use: text('use'),
      exactCase: isYes(text('exact-case')),
      insideWords: isYes(text('inside-words')),
    };
  }
}
