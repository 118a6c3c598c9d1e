/** A preview: the first rows of a table with the role of each column, or the first terms of another file. */
import { COLUMN_ROLES, type ColumnRole } from '../../glossary/exchange/contract';
import type { Inspection, TableInspection } from '../../glossary/exchange/inspect-file';
import { visibleText } from '../../glossary/visible-text';
import { formatNumber } from '../format';
import { type MessageKey, type Translate, useTranslate } from '../i18n';

interface Props {
  inspection: Inspection;
  onColumns(columns: ColumnRole[]): void;
}

/** Rows that are shown, and letters of a cell. */
const SHOWN_ROWS = 8;
const SHOWN_LETTERS = 120;

/** Texts are shown as text, cut to a length. */
export function FirstRows({ inspection, onColumns }: Props) {
  return inspection.table ? (
    <TableRows table={inspection.table} onColumns={onColumns} />
  ) : (
    <FirstTerms inspection={inspection} />
  );
}

function TableRows({ table: { layout, rows }, onColumns }: { table: TableInspection; onColumns: Props['onColumns'] }) {
  const t = useTranslate();
  const { columns, headerRow } = layout;
  const choose = (at: number, role: ColumnRole) => onColumns(columns.map((now, i) => (i === at ? role : now)));
  return (
    // Keys scroll a region that has the focus.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls inside its region.
    <section class="first-rows" aria-label={t('import_first_rows')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('import_row')}</th>
            {columns.map((role, at) => (
              <th key={at} scope="col">
                <select
                  aria-label={t('import_column', formatNumber(t, at + 1))}
                  value={role}
                  onChange={(event) => choose(at, event.currentTarget.value as ColumnRole)} // The options are roles.
                >
                  {[...new Set([...COLUMN_ROLES, role])].map((other) => (
                    <option key={other} value={other}>
                      {roleName(t, other)}
                    </option>
                  ))}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, headerRow + SHOWN_ROWS).map((row, i) => (
            <tr key={row.line} class={i < headerRow ? 'is-header' : undefined}>
              <th scope="row">{formatNumber(t, row.line)}</th>
              {columns.map((_role, at) => (
                <td key={at}>{shortened(row.cells[at] ?? '')}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FirstTerms({ inspection }: { inspection: Inspection }) {
  const t = useTranslate();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls inside its region.
    <section class="first-rows" aria-label={t('import_first_rows')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {(['headword', 'forms', 'translation', 'definition'] as const).map((role) => (
              <th key={role} scope="col">
                {roleName(t, role)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inspection.first.pack.terms.slice(0, SHOWN_ROWS).map(({ id, headword, forms, translation, definition }) => (
            <tr key={id}>
              <th scope="row">{shortened(headword)}</th>
              <td>{shortened(forms.join('、'))}</td>
              <td>{shortened(translation ?? '')}</td>
              <td>{shortened(definition)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function roleName(t: Translate, role: ColumnRole): string {
  const [, language] = /^equivalent:(.+)$/.exec(role) ?? [];
  if (language !== undefined) return t('column_equivalent', visibleText(language));
  return t(`column_${role.replaceAll('-', '_')}` as MessageKey); // A test holds one for each role.
}

function shortened(text: string): string {
  return visibleText(text.length > SHOWN_LETTERS ? `${text.slice(0, SHOWN_LETTERS)}…` : text);
}
