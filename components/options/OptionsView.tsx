/** The frame of the options page: navigation between sections, and a message about the last change. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { type MessageKey, useTranslate } from '../i18n';

/** Result of the last change. */
export type Feedback =
  | { kind: 'none' }
  | { kind: 'done'; text: string; canUndo: boolean }
  | { kind: 'failed'; text: string }
  /** Nothing was changed yet: the reader is asked to confirm. */
  | { kind: 'asked'; text: string; answer: string; onAnswer(): void };

interface Props {
  feedback: Feedback;
  /** Whether a newer version wrote the settings. */
  isNewer: boolean;
  /** Paths of invalid settings of the organisation. */
  policyFaults: readonly string[];
  /** Whether there is a section for packs of the organisation. */
  hasPacks: boolean;
  /** Whether there is a section for corrections. */
  hasCorrections: boolean;
  onUndo(): void;
  children: ComponentChildren;
}

const SECTIONS: readonly [string, MessageKey][] = [
  ['look', 'options_look'],
  ['reading', 'options_reading'],
  ['sites', 'options_sites'],
  ['muted', 'options_muted'],
  ['corrections', 'corrections_title'],
  ['terms', 'options_terms'],
  ['packs', 'options_packs'],
  ['language', 'options_language'],
  ['shortcuts', 'options_shortcuts'],
  ['data', 'options_data'],
  ['about', 'options_about'],
];

/** After an undo, the focus returns to the control that was changed. */
export function OptionsView({ feedback, isNewer, policyFaults, hasPacks, hasCorrections, onUndo, children }: Props) {
  const t = useTranslate();
  const last = useRef<EventTarget | null>(null);
  const missing = [...(hasPacks ? [] : ['packs']), ...(hasCorrections ? [] : ['corrections'])];
  return (
    <div class="options options-ui">
      <header class="options-head">
        <h1>{t('options_title')}</h1>
        <nav aria-label={t('options_sections')}>
          {SECTIONS.filter(([id]) => !missing.includes(id)).map(([id, title]) => (
            <a key={id} href={`#${id}`}>
              {t(title)}
            </a>
          ))}
        </nav>
      </header>
      <main
        onFocusIn={({ target }) => {
          last.current = target;
        }}
      >
        {isNewer && (
          <p class="options-note is-warning" role="alert">
            {t('options_newer')}
          </p>
        )}
        {policyFaults.length > 0 && (
          <p class="options-note is-warning">{t('options_policy_fault', policyFaults.join(', '))}</p>
        )}
        {children}
      </main>
      <FeedbackLine
        feedback={feedback}
        onAnswer={(act) => {
          // The button disappears.
          if (last.current instanceof HTMLElement) last.current.focus();
          act();
        }}
        onUndo={onUndo}
      />
    </div>
  );
}

interface FeedbackProps {
  feedback: Feedback;
  onUndo(): void;
  /** Does what a button of the message is for. */
  onAnswer(act: () => void): void;
}

function FeedbackLine({ feedback, onUndo, onAnswer }: FeedbackProps) {
  const t = useTranslate();
  const isAsked = feedback.kind === 'asked';
  return (
    <div class={`options-feedback${feedback.kind === 'failed' || isAsked ? ' is-failed' : ''}`} role="status">
      {feedback.kind !== 'none' && feedback.text}
      {feedback.kind === 'done' && feedback.canUndo && (
        <button type="button" onClick={() => onAnswer(onUndo)}>
          {t('options_undo')}
        </button>
      )}
      {isAsked && (
        <button type="button" onClick={() => onAnswer(feedback.onAnswer)}>
          {feedback.answer}
        </button>
      )}
    </div>
  );
}

/** Until the settings are read. */
export function OptionsLoading() {
  const t = useTranslate();
  return (
    <main class="options options-ui" aria-busy="true">
      <h1>{t('options_title')}</h1>
      <p class="options-empty">{t('options_loading')}</p>
    </main>
  );
}

/** When the settings cannot be read. */
export function OptionsError({ message, onRetry }: { message: string; onRetry(): void }) {
  const t = useTranslate();
  return (
    <main class="options options-ui">
      <h1>{t('options_title')}</h1>
      <div class="options-note is-warning" role="alert">
        <p>{t('options_error', message)}</p>
        <button type="button" onClick={onRetry}>
          {t('options_retry')}
        </button>
      </div>
    </main>
  );
}
