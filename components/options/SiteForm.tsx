/** Owns naming a site for a rule: the field, and what is wrong with what stands in it. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useTranslate } from '../i18n';

interface Props {
  /** @returns what is wrong with the pattern, in words; empty where that is said elsewhere; null once it is a rule. */
  onAdd(text: string): Promise<string | null>;
  /** More to be said of the rule. */
  children?: ComponentChildren;
}

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
