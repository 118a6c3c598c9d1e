/** The form of one own term: what it is and means; everything else unfolds. */
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { TERM_STATUSES } from '../../glossary/pack/plain-term';
import { visibleText } from '../../glossary/visible-text';
import { type MessageKey, useTranslate } from '../i18n';
import type { OwnTermFault, TypedTerm } from './options-props';
import { draftOf, type TermDraft, termOf } from './term-draft';

interface Props {
  form: RefObject<HTMLFormElement | null>;
  term: TypedTerm;
  isNew: boolean;
  onSave(term: TypedTerm, isDoubleMeant: boolean): Promise<OwnTermFault | null>;
  onCancel(): void;
  /** The reader goes to the term that has the form already. */
  onEdit(id: string): void;
}

/** A text of the draft; `rows` for several lines. */
interface Text {
  key: { [K in keyof TermDraft]: TermDraft[K] extends string ? K : never }[keyof TermDraft];
  label: MessageKey;
  rows?: number;
}

const MAIN: readonly Text[] = [
  { key: 'headword', label: 'options_term_headword' },
  { key: 'definition', label: 'options_term_definition', rows: 3 },
  { key: 'translation', label: 'options_term_translation' },
];
const MORE: readonly Text[] = [
  { key: 'forms', label: 'options_term_forms' },
  { key: 'equivalents', label: 'options_term_equivalents', rows: 2 },
  { key: 'pinyin', label: 'column_pinyin' },
  { key: 'subject', label: 'column_subject' },
  { key: 'note', label: 'options_term_note', rows: 2 },
  { key: 'sourceTitle', label: 'options_term_source' },
  { key: 'sourceUrl', label: 'options_term_source_url' },
  { key: 'sourceQuote', label: 'options_term_source_quote', rows: 2 },
  { key: 'sourceDate', label: 'options_term_source_date' },
];
const STATUS_NAMES = {
  '': 'options_term_status_none',
  preferred: 'term_status_preferred',
  admitted: 'term_status_admitted',
  deprecated: 'term_status_deprecated',
} as const satisfies Record<string, MessageKey>;

/** Emptied when a new term is saved. */
export function TermForm({ form, term, isNew, onSave, onCancel, onEdit }: Props) {
  const t = useTranslate();
  const [draft, setDraft] = useState(() => draftOf(term));
  const [isUnfolded, setUnfolded] = useState(() => hasMore(draft));
  const [fault, setFault] = useState<OwnTermFault | null>(null);
  const double = fault?.double ?? null;
  const edit = (change: Partial<TermDraft>) => {
    setDraft((before) => ({ ...before, ...change }));
    // Typing may have corrected the fault.
    setFault(null);
  };
  const save = async (isDoubleMeant: boolean) => {
    const problem = await onSave(termOf(draft), isDoubleMeant);
    setFault(problem);
    if (problem?.isFolded) setUnfolded(true);
    if (problem !== null || !isNew) return;
    setDraft(draftOf({ headword: '', forms: [], definition: '' }));
    setUnfolded(false);
  };
  // Without `maxlength`, which would silently cut pasted text: the fault names the limit.
  const texts = (some: readonly Text[]) =>
    some.map(({ key, label, rows }) =>
      rows ? (
        <label key={key}>
          {t(label)}
          <textarea rows={rows} value={draft[key]} onInput={(event) => edit({ [key]: event.currentTarget.value })} />
        </label>
      ) : (
        <label key={key}>
          {t(label)}
          <input type="text" value={draft[key]} onInput={(event) => edit({ [key]: event.currentTarget.value })} />
        </label>
      ),
    );
  return (
    <form
      ref={form}
      class="options-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save(false);
      }}
    >
      {texts(MAIN)}
      <details open={isUnfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
        <summary>{t('options_term_more')}</summary>
        {texts(MORE)}
        <Usage draft={draft} onEdit={edit} />
      </details>
      <p class="options-fault" role="alert">
        {fault?.message}
      </p>
      {double && (
        <p class="options-actions">
          <button type="button" onClick={() => onEdit(double.id)}>
            {t('options_term_double_edit', visibleText(double.headword))}
          </button>
          <button type="button" onClick={() => void save(true)}>
            {t('options_term_double_keep')}
          </button>
        </p>
      )}
      <p class="options-actions">
        <button type="submit">{t(isNew ? 'options_term_add' : 'options_term_keep')}</button>
        {!isNew && (
          <button type="button" onClick={onCancel}>
            {t('options_cancel')}
          </button>
        )}
      </p>
    </form>
  );
}

/** Whether the term is to be used, and how it is found. */
function Usage({ draft, onEdit }: { draft: TermDraft; onEdit(change: Partial<TermDraft>): void }) {
  const t = useTranslate();
  return (
    <>
      <label>
        {t('column_status')}
        <select
          value={draft.status}
          onChange={({ currentTarget: { value } }) =>
            onEdit({ status: TERM_STATUSES.find((status) => status === value) ?? '' })
          }
        >
          {(['', ...TERM_STATUSES] as const).map((status) => (
            <option key={status} value={status}>
              {t(STATUS_NAMES[status])}
            </option>
          ))}
        </select>
      </label>
      {draft.status === 'deprecated' && (
        <label>
          {t('options_term_use')}
          <input type="text" value={draft.use} onInput={(event) => onEdit({ use: event.currentTarget.value })} />
        </label>
      )}
      <div class="options-radios">
        {(['exactCase', 'insideWords'] as const).map((flag) => (
          <label key={flag}>
            <input
              type="checkbox"
              checked={draft[flag]}
              onChange={(event) => onEdit({ [flag]: event.currentTarget.checked })}
            />
            <span>{t(flag === 'exactCase' ? 'options_term_exact_case' : 'packs_inside_words')}</span>
          </label>
        ))}
      </div>
    </>
  );
}

function hasMore({ headword: _h, definition: _d, translation: _t, ...more }: TermDraft): boolean {
  return Object.values(more).some((value) => value !== '' && value !== false);
}
