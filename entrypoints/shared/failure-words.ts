/** Messages of failures: the only place that turns a failure into text. */
import { interfaceLanguage, translate } from './language/translate';
import type { Failure } from './result';
import { MAX_RULES, MAX_USER_TERMS } from './settings/settings';

/** The failure of a changed setting as a sentence in the interface's language. */
export function failureText(error: Failure): string {
  const shown = (count: number) => count.toLocaleString(interfaceLanguage());
  switch (error.kind) {
    case 'private':
      return translate('private_not_saved');
    case 'locked':
      return translate('options_failed', translate('options_locked'));
    case 'full':
      return translate('options_failed_full');
    case 'too-many':
      return error.of === 'terms'
        ? translate('options_failed', translate('own_too_many', shown(MAX_USER_TERMS)))
        : translate('options_failed', translate('options_rules_too_many', shown(MAX_RULES)));
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
