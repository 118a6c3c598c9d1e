/** The kind of an entry as a label in its colour. */
import type { Entry } from '../glossary/library/library';
import { kindName, toneOf } from './entry-kind';
import { useTranslate } from './i18n';

/** Renders nothing for a kind without a name. */
export function KindLabel({ entry }: { entry: Pick<Entry, 'category' | 'pack'> }) {
  const name = kindName(useTranslate(), entry);
  return name === '' ? null : <span class={`category-name ${toneOf(entry)}`}>{name}</span>;
}
