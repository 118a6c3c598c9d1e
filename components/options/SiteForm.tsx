/** A form that adds a rule for a site, with an alert for an invalid pattern. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useTranslate } from '../i18n';

interface Props {
  /** @returns an error message; empty if it is shown elsewhere; null on success. */
  onAdd(text: string): Promise<string | null>;
  /** Further fields of the rule. */
  children?: ComponentChildren;
}

/** Clears the field on success. */
export function SiteForm({ onAdd, children }: Props) {
  const t = useTranslate();
  const faultId = useId();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  return (
    <form
      class="options-row"
      onSubmit={async (event) => {
        event.preventDefault();
        const problem = await onAdd(text);
        setFault(problem);
        if (problem === null) setText('');
      }}
    >
      <label>
        {t('options_rule_pattern')}
        <input
          type="text"
          value={text}
          placeholder="*.example.cn"
          spellcheck={false}
          autocapitalize="off"
          aria-invalid={Boolean(fault)}
          aria-describedby={faultId}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      {children}
      <button type="submit">{t('options_rule_add')}</button>
      <p id={faultId} class="options-fault" role="alert">
        {fault}
      </p>
    </form>
  );
}
