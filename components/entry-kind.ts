/** The label for the kind of an entry: its category, otherwise the kind of its pack. */
import type { Entry } from '../glossary/library/library';
import type { PackKind } from '../glossary/pack/pack';
import { visibleText } from '../glossary/visible-text';
import type { MessageKey, Translate } from './i18n';

type Kinded = Pick<Entry, 'category' | 'pack'>;

/** The singular name of a term without a category, by its pack's kind; the bundled pack is named by its title. */
const TERM_NAMES: Partial<Record<PackKind, MessageKey>> = { user: 'term_user', policy: 'term_policy' };

/** The name of the entry's kind, in the interface's language. */
export function kindName(t: Translate, { category, pack }: Kinded): string {
  if (category) return t(`category_${category}`);
  const key = TERM_NAMES[pack.kind];
  return key ? t(key) : visibleText(pack.title);
}

/** The class that gives the entry's kind its colour (`tones.css`). */
export function toneOf({ category, pack }: Kinded): string {
  return `tone-${category ?? pack.kind}`;
}
