/** Choices for reading a file: encoding, separator, header row, sheet, languages. Shows those that apply to its format. */
import type { ComponentChildren } from 'preact';
import { isPinyin } from '../../glossary/exchange/choose-languages';
import { type Choices, ENCODINGS, type Encoding, SEPARATORS, type Separator } from '../../glossary/exchange/contract';
import type { Inspection } from '../../glossary/exchange/inspect-file';
import { MAX_HEADER_ROW } from '../../glossary/exchange/table-layout';
import type { PackContent } from '../../glossary/pack/plain-term';
import { visibleText } from '../../glossary/visible-text';
import { formatLanguage, formatNumber } from '../format';
import { type Translate, useTranslate } from '../i18n';

interface Props {
  inspection: Inspection;
  choices: Choices;
  onChoose(choices: Choices): void;
}

const SEPARATOR_KEYS = { ',': 'import_comma', '\t': 'import_tab', ';': 'import_semicolon', '|': 'import_bar' } as const;
/** Rows that may be the header; 0 for none. */
const HEADER_ROWS = Array.from({ length: MAX_HEADER_ROW + 1 }, (_, row) => row);

/** Guessed values are selected at first. */
export function FileChoices({ inspection: { encoding, table, first }, choices, onChoose }: Props) {
  const t = useTranslate();
  // Another reading of the text has other columns.
  const { columns: _columns, ...others } = choices;
  return (
    <div class="options-row file-choices">
      {encoding && (
        <Choice
          label={t('import_encoding')}
          value={encoding}
          onChange={(value) => onChoose({ ...others, encoding: value as Encoding })} // The options are encodings.
        >
          {ENCODINGS.map((name) => (
            <option key={name} value={name}>
              {name.toUpperCase()}
            </option>
          ))}
        </Choice>
      )}
      {table?.separator && (
        <Choice
          label={t('import_separator')}
          value={table.separator}
          onChange={(value) => onChoose({ ...others, separator: value as Separator })} // As above.
        >
          {SEPARATORS.map((separator) => (
            <option key={separator} value={separator}>
              {t(SEPARATOR_KEYS[separator])}
            </option>
          ))}
        </Choice>
      )}
      {table && (
        <Choice
          label={t('import_header')}
          value={String(table.layout.headerRow)}
          onChange={(value) => onChoose({ ...others, headerRow: Number(value) })}
        >
          {[...new Set([...HEADER_ROWS, table.layout.headerRow])].map((row) => (
            <option key={row} value={String(row)}>
              {row === 0 ? t('import_header_none') : t('import_header_row', formatNumber(t, row))}
            </option>
          ))}
        </Choice>
      )}
      {table && table.sheets.length > 1 && (
        <Choice
          label={t('import_sheet')}
          value={choices.sheet ?? table.sheets[0] ?? ''}
          onChange={(sheet) => {
            const { headerRow: _row, ...rest } = others;
            onChoose({ ...rest, sheet });
          }}
        >
          {table.sheets.map((sheet) => (
            <option key={sheet} value={sheet}>
              {visibleText(sheet)}
            </option>
          ))}
        </Choice>
      )}
      {!table && <LanguageChoices pack={first.pack} choices={others} onChoose={onChoose} />}
    </div>
  );
}

/** The languages of terms and translations; nothing for a list in one language. */
function LanguageChoices({ pack, choices, onChoose }: Omit<Props, 'inspection'> & { pack: PackContent }) {
  const t = useTranslate();
  const languages = languagesIn(pack);
  const [source = '', target = ''] = pack.languages ?? [];
  if (languages.length < 2) return null;
  return (
    <>
      <Choice
        label={t('import_language')}
        value={source}
        onChange={(language) => {
          const { targetLanguage: _target, ...others } = choices;
          onChoose({ ...others, language });
        }}
      >
        {languages.map(languageOption(t))}
      </Choice>
      <Choice
        label={t('import_target_language')}
        value={target}
        onChange={(targetLanguage) => onChoose({ ...choices, language: source, targetLanguage })}
      >
        {languages.filter((language) => language !== source).map(languageOption(t))}
      </Choice>
    </>
  );
}

/** The languages of a terminology, of which its first terms have all that matter. */
function languagesIn({ languages = [], terms }: PackContent): string[] {
  const others = terms.flatMap(({ equivalents = [] }) => equivalents.map(({ language }) => language));
  return [...new Set([...languages, ...others])].filter((language) => !isPinyin(language));
}

function languageOption(t: Translate): (language: string) => ComponentChildren {
  return (language) => (
    <option key={language} value={language}>
      {formatLanguage(t, language)}
    </option>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  onChange(value: string): void;
  children: ComponentChildren;
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {children}
      </select>
    </label>
  );
}
