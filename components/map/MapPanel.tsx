/** The panel beside the map, about the selected entry. */
import { relationsByType } from '../../glossary/book/relations';
import type { Entry } from '../../glossary/library/library';
import { RELATION_LABELS } from '../card/labels';
import { useTranslate } from '../i18n';

interface Props {
  entry: Entry;
  byId: ReadonlyMap<string, Entry>;
  /** Its page in the book. */
  entryHref(entry: string): string;
  /** The map with another entry selected. */
  href(entry: string): string;
  onClose(): void;
}

/** Its headword leads to the book, its relations lead on through the map. */
export function MapPanel({ entry, byId, entryHref, href, onClose }: Props) {
  const t = useTranslate();
  return (
    <aside class="map-panel" aria-labelledby="map-chosen">
      <h2 id="map-chosen">
        <a href={entryHref(entry.id)} lang={entry.script}>
          {entry.headword}
        </a>
      </h2>
      <p lang={entry.script}>{entry.short}</p>
      <dl>
        {relationsByType(entry, byId).map(({ type, targets }) => (
          <div key={type}>
            <dt>{t(RELATION_LABELS[type])}</dt>
            {targets.map(({ id, script, headword }) => (
              <dd key={id}>
                <a href={href(id)} lang={script}>
                  {headword}
                </a>
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <p class="map-panel-foot">
        <button type="button" onClick={onClose}>
          {t('map_clear')}
        </button>
      </p>
    </aside>
  );
}
