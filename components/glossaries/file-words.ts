/** Messages for refused files and rows, with their place. */
import type { Field, FileFault, Place, Reason } from '../../glossary/exchange/contract';
import type { Loss } from '../../glossary/exchange/export-pack';
import { visibleText } from '../../glossary/visible-text';
import { formatNumber } from '../format';
import type { MessageKey, Translate } from '../i18n';

/** Why a file is refused as a whole, with the place. */
export function faultText(t: Translate, { code, value, place }: FileFault): string {
  const key = `file_fault_${code.replaceAll('-', '_')}` as MessageKey; // A test holds one for each code.
  const text = textWith(t, key, value);
  return place ? `${placeText(t, place)} ${text}` : text;
}

/** The message for a refused or changed row. */
export function reasonText(t: Translate, { code, value }: Reason): string {
  return textWith(t, `file_reason_${code.replaceAll('-', '_')}` as MessageKey, value); // As above.
}

/** A message about a value; without its brackets or colon if there is none. */
function textWith(t: Translate, key: MessageKey, value: string): string {
  const text = t(key, visibleText(value));
  return value === '' ? text.replace(/ ?(\(\)|（）)|[:：]\s*$/, '') : text;
}

/** Line and cell; '' for a place that is not known. */
export function placeText(t: Translate, { line, where }: Place): string {
  const named = line === null ? '' : t('file_line', formatNumber(t, line));
  return [named, visibleText(where)].filter((part) => part !== '').join(' ');
}

/** The name of a field, as it is shown of a term. */
export function fieldName(t: Translate, field: Field): string {
  return t(
    `field_${field.replaceAll('.', '_').replace(/[A-Z]/, (letter) => `_${letter.toLowerCase()}`)}` as MessageKey,
  ); // As above.
}

/** Names the fields that a format cannot hold, as a sentence; '' if it holds everything. */
export function lossesText(t: Translate, losses: readonly Loss[]): string {
  if (losses.length === 0) return '';
  const named = losses.map(({ field, count }) => `${fieldName(t, field)} (${formatNumber(t, count)})`);
  return t('packs_losses', named.join('、'));
}
