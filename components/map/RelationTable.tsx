/** The map as text: every entry with its relations, for readers who cannot use the picture. */
import { sortedByReading } from '../../glossary/book/by-letter';
import { relationsByType } from '../../glossary/book/relations';
import type { Entry } from '../../glossary/library/library';
import { RELATION_LABELS } from '../card/labels';
import { useTranslate } from '../i18n';

interface Props {
  entries: readonly Entry[];
  byId: ReadonlyMap<string, Entry>;
  entryHref(entry: string): string;
}

/** Sorted by reading. Its heading is the target of the page's jump button: `map-list`. */
export function RelationTable({ entries, byId, entryHref }: Props) {
  const t = useTranslate();
  const link = ({ id, script, headword }: Entry) => (
    <a href={entryHref(id)} lang={script}>
      {headword}
    </a>
  );
  return (
    <section class="picture-list" aria-labelledby="map-list">
      <h2 id="map-list" tabIndex={-1}>
        {t('map_list')}
      </h2>
      <ul>
        {sortedByReading(entries).map((entry) => (
          <li key={entry.id}>
            {link(entry)}
            {relationsByType(entry, byId).map(({ type, targets }) => (
              <p key={type}>
                <span class="relation-word">{t(RELATION_LABELS[type])}</span>
                {targets.map((target) => (
                  <span key={target.id} class="relation-target">
                    {link(target)}
                  </span>
                ))}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
