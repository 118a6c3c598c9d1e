/** Messages of followed glossaries: why one was not accepted, and the questions to the reader. */
import type { AddressFault } from '../../glossary/follow/follow-address';
import type { FollowFailure, TrustQuestion } from '../../glossary/follow/followed';
import { visibleText } from '../../glossary/visible-text';
import { formatDate, formatNumber } from '../format';
import type { MessageKey, Translate } from '../i18n';

/** Why a publication was not accepted, as a sentence. */
export function followFailureText(t: Translate, failure: FollowFailure | { kind: AddressFault }): string {
  const key = `follow_failure_${failure.kind.replaceAll('-', '_')}` as MessageKey; // A test holds one for each kind.
  switch (failure.kind) {
    case 'malformed':
      return t(key, visibleText(failure.where));
    case 'wrong-pack':
      return t(key, visibleText(failure.id));
    case 'rollback':
      return t(key, formatNumber(t, failure.seq), formatNumber(t, failure.stored));
    case 'expired':
      return t(key, formatDate(t, failure.expires.slice(0, 10)));
    case 'old-client':
      return t(key, failure.minClient);
    case 'status':
      return t(key, String(failure.status));
    case 'not-stored':
      return t(`follow_failure_not_stored_${failure.why.replace('-', '_')}` as MessageKey); // As above.
    default:
      return t(key);
  }
}

/** A question about an update, as a sentence. */
export function questionText(t: Translate, question: TrustQuestion): string {
  const orNone = (text: string) => visibleText(text) || t('follow_none');
  switch (question.kind) {
    case 'keys':
      return t('follow_ask_keys', question.keys.current.join(', '));
    case 'host':
      return t('follow_ask_host', orNone(question.before), orNone(question.after));
    case 'licence':
      return t('follow_ask_licence', orNone(question.before), orNone(question.after));
    case 'terms':
      return t(
        'follow_ask_terms',
        formatNumber(t, question.of),
        formatNumber(t, question.changed),
        formatNumber(t, question.gone),
      );
    default:
      return question satisfies never;
  }
}
