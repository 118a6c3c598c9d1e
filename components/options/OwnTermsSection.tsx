/** The section for the reader's own terms. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PlainTerm } from '../../glossary/pack/plain-term';
import { useTranslate } from '../i18n';
import { Lock, Section } from './Field';
import type { OwnTermFault, TypedTerm } from './options-props';
import { TermForm } from './TermForm';

/** The reader's own terms, and what changes them. */
export interface OwnTermsProps {
  terms: readonly PlainTerm[];
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
  onSave(id: string | null, term: TypedTerm, isDoubleMeant: boolean): Promise<OwnTermFault | null>;
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
          {terms.map(({ id, headword, forms, definition, translation }) => (
            <li key={id} data-term={id}>
              <span class="options-term">
                <strong>{headword}</strong> {forms.join('、')}
                <small>{definition || translation}</small>
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
