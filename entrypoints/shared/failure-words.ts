/** Messages of failures: the only place that turns a failure into text. */
import { interfaceLanguage, translate } from './language/translate';
import type { Failure } from './result';
import { MAX_CORRECTIONS } from './settings/correction';
import { MAX_RULES, MAX_USER_TERMS } from './settings/settings';

/** The failure of a changed setting as a sentence in the interface's language. */
export function failureText(error: Failure): string {
  switch (error.kind) {
    case 'private':
      return translate('private_not_saved');
    case 'locked':
      return translate('options_failed', translate('options_locked'));
    case 'full':
      return translate('options_failed_full');
    case 'too-many':
      return translate('options_failed', tooManyText(error.of));
    case 'fault':
      return translate('options_failed', error.message);
    case 'stale':
    case 'busy':
      // Changes of settings never fail for these reasons; requests of tabs do.
      return translate('options_failed', error.kind);
    default:
      return error satisfies never;
  }
}

function tooManyText(what: Extract<Failure, { kind: 'too-many' }>['of']): string {
  const shown = (count: number) => count.toLocaleString(interfaceLanguage());
  switch (what) {
    case 'terms':
      return translate('own_too_many', shown(MAX_USER_TERMS));
    case 'rules':
      return translate('options_rules_too_many', shown(MAX_RULES));
    case 'corrections':
      return translate('corrections_too_many', shown(MAX_CORRECTIONS));
    default:
      return what satisfies never;
  }
}
