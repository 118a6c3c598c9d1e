/** The section for the reader's own terms. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { visibleText } from '../../glossary/visible-text';
import { useTranslate } from '../i18n';
import { Lock, Section } from './Field';
import type { OwnTermFault, ShownOwnTerm } from './options-props';

/** The reader's own terms, and what changes them. */
export interface OwnTermsProps {
  terms: readonly ShownOwnTerm[];
  /** Greatest number of terms, formatted. */
  limit: string;
  /** Address of the page of glossaries. */
  packsHref: string;
  /** From the address: the term to edit, or the headword of a new one; null for neither. */
  requested: { id: string | null; draft: string } | null;
  isLocked: boolean;
  /**
   * @param id null for a new term.
   * @param isDoubleMeant whether it is saved although another term has one of its forms.
   * @returns null on success.
   */
  onSave(id: string | null, term: Omit<ShownOwnTerm, 'id'>, isDoubleMeant: boolean): Promise<OwnTermFault | null>;
  onRemove(id: string): void;
}

/** One form adds and edits; the focus moves to it from a line of the list, and back. */
export function OwnTermsSection({ terms, limit, packsHref, requested, isLocked, onSave, onRemove }: OwnTermsProps) {
  const t = useTranslate();
  const [edited, setEdited] = useState(requested?.id == null ? null : { id: requested.id });
  const term = terms.find(({ id }) => id === edited?.id);
  const form = useRef<HTMLFormElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const wasEdited = useRef<string | null>(null);
  useLayoutEffect(() => {
    const { current: id } = wasEdited;
    if (edited) focusOn(form.current?.querySelector('input'));
    else if (id !== null) focusOn(list.current?.querySelector(`[data-term="${CSS.escape(id)}"] button`));
    wasEdited.current = edited?.id ?? null;
  }, [edited]);
  return (
    <Section id="terms" title={t('options_terms')} lead={t('options_terms_lead', limit)}>
      <p class="options-lead">{t('options_terms_seen')}</p>
      <p>
        <a href={packsHref}>{t('options_packs_link')}</a>
      </p>
      {isLocked ? (
        <Lock />
      ) : (
        <TermForm
          key={term?.id ?? ''}
          form={form}
          term={term ?? { headword: requested?.draft ?? '', forms: [], definition: '' }}
          isNew={term === undefined}
          onSave={async (next, isDoubleMeant) => {
            const fault = await onSave(term?.id ?? null, next, isDoubleMeant);
            if (fault === null) setEdited(null);
            return fault;
          }}
          onCancel={() => setEdited(null)}
          onEdit={(id) => setEdited({ id })}
        />
      )}
      {terms.length === 0 ? (
        <p class="options-empty">{t('options_terms_empty')}</p>
      ) : (
        <ul ref={list} class="options-list">
          {terms.map(({ id, headword, forms, definition }) => (
            <li key={id} data-term={id}>
              <span class="options-term">
                <strong>{headword}</strong> {forms.join('、')}
                <small>{definition}</small>
              </span>
              <button
                type="button"
                disabled={isLocked}
                aria-label={t('options_term_edit_of', headword)}
                onClick={() => setEdited({ id })}
              >
                {t('options_term_edit')}
              </button>
              <button
                type="button"
                disabled={isLocked}
                aria-label={t('options_term_remove_of', headword)}
                onClick={() => onRemove(id)}
              >
                {t('options_remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Centred, so that the message about the last change does not cover the element. */
function focusOn(element: HTMLElement | null | undefined): void {
  element?.focus();
  element?.scrollIntoView({ block: 'center' });
}

interface FormProps {
  form: RefObject<HTMLFormElement | null>;
  term: Omit<ShownOwnTerm, 'id'>;
  isNew: boolean;
  onSave(term: Omit<ShownOwnTerm, 'id'>, isDoubleMeant: boolean): Promise<OwnTermFault | null>;
  onCancel(): void;
  /** The reader goes to the term that has the form already. */
  onEdit(id: string): void;
}

function TermForm({ form, term, isNew, onSave, onCancel, onEdit }: FormProps) {
  const t = useTranslate();
  const [headword, setHeadword] = useState(term.headword);
  const [forms, setForms] = useState(term.forms.join('、'));
  const [definition, setDefinition] = useState(term.definition);
  const [fault, setFault] = useState<OwnTermFault | null>(null);
  const double = fault?.double ?? null;
  /** What was wrong may no longer be once something is typed. */
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
        {/* No limit here, which would cut what is pasted without a word: the fault names it. */}
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
