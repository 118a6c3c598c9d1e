/** The state of a followed pack: its revision, the changes of the last update, failures, and questions to the reader. */
import { useState } from 'preact/hooks';
import type { FollowChanges, FollowFailure, TermChange, TrustQuestion } from '../../glossary/follow/followed';
import { visibleText } from '../../glossary/visible-text';
import { DateText, formatDate, formatNumber } from '../format';
import { useTranslate } from '../i18n';
import { followFailureText, questionText } from './follow-words';

/** The state of a followed pack. */
export interface ShownFollowed {
  host: string;
  seq: number;
  /** ISO dates: of the revision, and of the last good answer. */
  updated: string;
  checked: string;
  problem: { failure: FollowFailure; since: string } | null;
  questions: readonly TrustQuestion[];
  changes: FollowChanges | null;
  isChecking: boolean;
  /** Whether the organisation follows it for the reader, who cannot stop it. */
  isGiven: boolean;
}

/** Actions on a followed pack. */
export interface FollowedEvents {
  onCheck(id: string): void;
  /** Accepts the update that waits for the reader. */
  onAccept(id: string): void;
}

interface Props {
  id: string;
  followed: ShownFollowed;
  on: FollowedEvents;
}

/** Questions come first: until they are answered, the stored revision stays. */
export function FollowedPack({ id, followed, on }: Props) {
  const t = useTranslate();
  const { seq, updated, checked, problem, questions, changes, isChecking, host } = followed;
  const revision = formatNumber(t, seq);
  return (
    <div class="followed">
      {questions.length > 0 && (
        <div class="options-note">
          <p>{t('follow_ask', revision)}</p>
          <ul>
            {questions.map((question) => (
              <li key={question.kind}>{questionText(t, question)}</li>
            ))}
          </ul>
          <button type="button" disabled={isChecking} onClick={() => on.onAccept(id)}>
            {t('follow_accept')}
          </button>
        </div>
      )}
      {problem && (
        <p class="options-fault">
          {t('follow_problem', formatDate(t, problem.since), followFailureText(t, problem.failure), revision)}
        </p>
      )}
      <p class="pack-facts">
        {followed.isGiven && `${t('follow_given')} · `}
        {host} · {t('follow_revision_of', revision)} <DateText date={updated} /> · {t('follow_checked')}{' '}
        <DateText date={checked} />{' '}
        <button type="button" disabled={isChecking} onClick={() => on.onCheck(id)}>
          {t(isChecking ? 'follow_checking' : 'follow_check')}
        </button>
      </p>
      {changes && <Changes changes={changes} />}
    </div>
  );
}

function Changes({ changes }: { changes: FollowChanges }) {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(false);
  const count = changes.added + changes.changed + changes.gone;
  if (count === 0) return <p class="pack-facts">{t('follow_changed_none')}</p>;
  return (
    <details class="follow-changes" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('follow_changed', formatNumber(t, count))}</summary>
      {isOpen && (
        <ul>
          {changes.terms.map((change) => (
            <Change key={`${change.headword} ${change.before === null}`} change={change} />
          ))}
        </ul>
      )}
      {isOpen && count > changes.terms.length && (
        <p>{t('follow_changed_more', formatNumber(t, count - changes.terms.length))}</p>
      )}
    </details>
  );
}

function Change({ change: { headword, before, after } }: { change: TermChange }) {
  const t = useTranslate();
  const kind = before === null ? 'added' : after === null ? 'gone' : 'changed';
  return (
    <li>
      <strong>{visibleText(headword)}</strong> <small>{t(`follow_term_${kind}`)}</small>
      {before !== null && <del>{visibleText(before)}</del>}
      {after !== null && <ins>{visibleText(after)}</ins>}
    </li>
  );
}
