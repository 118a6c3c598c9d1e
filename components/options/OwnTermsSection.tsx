/** The section for the reader's own terms. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useTranslate } from '../i18n';
import { Lock, Section } from './Field';
import type { ShownOwnTerm } from './options-props';

/** The reader's own terms, and what changes them. */
export interface OwnTermsProps {
  terms: readonly ShownOwnTerm[];
  /** Greatest number of terms, formatted. */
  limit: string;
  /** From the address: the term to edit, or the headword of a new one; null for neither. */
  requested: { id: string | null; draft: string } | null;
  isLocked: boolean;
  /** @param id null for a new term. @returns an error message; empty if it is shown elsewhere; null on success. */
  onSave(id: string | null, term: Omit<ShownOwnTerm, 'id'>): Promise<string | null>;
  onRemove(id: string): void;
}

/** One form adds and edits; the focus moves to it from a line of the list, and back. */
export function OwnTermsSection({ terms, limit, requested, isLocked, onSave, onRemove }: OwnTermsProps) {
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
      {isLocked ? (
        <Lock />
      ) : (
        <TermForm
          key={term?.id ?? ''}
          form={form}
          term={term ?? { headword: requested?.draft ?? '', forms: [], definition: '' }}
          isNew={term === undefined}
          onSave={async (next) => {
            const fault = await onSave(term?.id ?? null, next);
            if (fault === null) setEdited(null);
            return fault;
          }}
          onCancel={() => setEdited(null)}
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
  onSave(term: Omit<ShownOwnTerm, 'id'>): Promise<string | null>;
  onCancel(): void;
}

function TermForm({ form, term, isNew, onSave, onCancel }: FormProps) {
  const t = useTranslate();
  const [headword, setHeadword] = useState(term.headword);
  const [forms, setForms] = useState(term.forms.join('、'));
  const [definition, setDefinition] = useState(term.definition);
  const [fault, setFault] = useState<string | null>(null);
  const save = async () => {
    const problem = await onSave({
      headword,
      forms: forms.split(/[、,，;；]/).filter((form) => form.trim() !== ''),
      definition,
    });
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
        void save();
      }}
    >
      <label>
        {t('options_term_headword')}
        <input
          type="text"
          value={headword}
          maxLength={64}
          onInput={(event) => setHeadword(event.currentTarget.value)}
        />
      </label>
      <label>
        {t('options_term_forms')}
        <input type="text" value={forms} onInput={(event) => setForms(event.currentTarget.value)} />
      </label>
      <label>
        {t('options_term_definition')}
        <textarea
          rows={3}
          maxLength={2000}
          value={definition}
          onInput={(event) => setDefinition(event.currentTarget.value)}
        />
      </label>
      <p class="options-fault" role="alert">
        {fault}
      </p>
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
