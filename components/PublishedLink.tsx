/** A link to the page of an entry on the site of its pack. */
import type { Entry } from '../glossary/library/library';
import { publishedEntry } from '../glossary/library/published-address';
import { readerAddress } from '../glossary/reader-address';
import { useTranslate } from './i18n';

/** Nothing if its pack has no site. */
export function PublishedLink({ entry }: { entry: Pick<Entry, 'id' | 'pack'> }) {
  const t = useTranslate();
  const address = readerAddress(publishedEntry(entry) ?? '');
  if (!address) return null;
  return (
    <p>
      <a href={address.href} target="_blank" rel="noopener noreferrer">
        {t('card_published', address.host)}
      </a>
    </p>
  );
}
