/** Owns what the map says of the entry in hand. */
import { relationsByType } from '../../glossary/book/relations';
import type { Entry } from '../../glossary/library/library';
import { RELATION_WORDS } from '../card/relation-words';
import { useTranslate } from '../i18n';

interface Props {
  entry: Entry;
  byId: ReadonlyMap<string, Entry>;
  entryHref(entry: string): string;
  href(entry: string): string;
  onClose(): void;
}

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
            <dt>{t(RELATION_WORDS[type])}</dt>
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
          {t('map_let_go')}
        </button>
      </p>
    </aside>
  );
}
