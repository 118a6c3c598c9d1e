/** The form for a term of the reader's own. */
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { visibleText } from '../../glossary/visible-text';
import { useTranslate } from '../i18n';
import type { OwnTermFault, ShownOwnTerm } from './options-props';

interface Props {
  form: RefObject<HTMLFormElement | null>;
  term: Omit<ShownOwnTerm, 'id'>;
  isNew: boolean;
  onSave(term: Omit<ShownOwnTerm, 'id'>, isDoubleMeant: boolean): Promise<OwnTermFault | null>;
  onCancel(): void;
  /** Opens the term that has the form already. */
  onEdit(id: string): void;
}

/** Adds a term or changes one. The fields are emptied after a new term was saved. */
export function OwnTermForm({ form, term, isNew, onSave, onCancel, onEdit }: Props) {
  const t = useTranslate();
  const [headword, setHeadword] = useState(term.headword);
  const [forms, setForms] = useState(term.forms.join('、'));
  const [definition, setDefinition] = useState(term.definition);
  const [fault, setFault] = useState<OwnTermFault | null>(null);
  const double = fault?.double ?? null;
  /** Input hides the fault, which may no longer apply. */
  const typed = (set: (text: string) => void) => (event: { currentTarget: { value: string } }) => {
    set(event.currentTarget.value);
    setFault(null);
  };
  const save = async (isDoubleMeant: boolean) => {
    const spellings = forms.split(/[、,，;；]/).filter((form) => form.trim() !== '');
    const problem = await onSave({ headword, forms: spellings, definition }, isDoubleMeant);
    setFault(problem);
    if (problem !== null || !isNew) return;
    setHeadword('');
    setForms('');
    setDefinition('');
  };
  return (
    <form
      ref={form}
      class="options-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save(false);
      }}
    >
      <label>
        {t('options_term_headword')}
        {/* Without `maxLength`, which cuts pasted text silently: the fault names the limit. */}
        <input type="text" value={headword} onInput={typed(setHeadword)} />
      </label>
      <label>
        {t('options_term_forms')}
        <input type="text" value={forms} onInput={typed(setForms)} />
      </label>
      <label>
        {t('options_term_definition')}
        <textarea rows={3} value={definition} onInput={typed(setDefinition)} />
      </label>
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
