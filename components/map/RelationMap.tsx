/** Owns the map of relations: the picture, what it can be asked, and the same as a list. */
import { useMemo, useState } from 'preact/hooks';
import { LINE_TYPES, type Line, type LineType } from '../../glossary/book/relations';
import type { CategorisedEntry, Entry } from '../../glossary/library/library';
import { useTranslate } from '../i18n';
import { leapTo } from '../leap';
import { layoutMap } from './layout';
import { MapLegend } from './MapLegend';
import { MapPanel } from './MapPanel';
import { MapPicture } from './MapPicture';
import { RelationTable } from './RelationTable';

interface Props {
  entries: readonly CategorisedEntry[];
  byId: ReadonlyMap<string, Entry>;
  lines: readonly Line[];
  /** The id the address names, or null; it may be one there is not. */
  chosen: string | null;
  entryHref(entry: string): string;
  /** The map with an entry in hand, or with none. */
  href(entry: string | null): string;
  onChoose(entry: string | null): void;
}

export function RelationMap({ entries, byId, lines, chosen: asked, entryHref, href, onChoose }: Props) {
  const t = useTranslate();
  const [hidden, setHidden] = useState<ReadonlySet<LineType>>(new Set());
  const layout = useMemo(() => layoutMap(entries, lines), [entries, lines]);
  const shown = useMemo(() => lines.filter(({ type }) => !hidden.has(type)), [lines, hidden]);
  const entry = asked === null ? undefined : byId.get(asked);
  const toggle = (type: LineType) => {
    const next = new Set(hidden);
    if (!next.delete(type)) next.add(type);
    setHidden(next);
  };
  return (
    <>
      <h1>{t('map_title')}</h1>
      <p class="book-line" id="map-help">
        {t('map_help')}{' '}
        <button type="button" class="as-link" onClick={() => leapTo('map-list')}>
          {t('picture_list')}
        </button>
      </p>
      {asked !== null && !entry && (
        <p class="book-notice" role="alert">
          {t('book_unknown_entry', asked)}
        </p>
      )}
      <MapLegend types={LINE_TYPES} hidden={hidden} onToggle={toggle} />
      <div class="map-frame">
        <MapPicture
          subject={{
            layout,
            byId,
            lines: shown,
            chosen: entry?.id ?? null,
            nameOf: (category) => t(`category_${category}`),
          }}
          href={href}
          onChoose={onChoose}
        />
        {entry && (
          <MapPanel entry={entry} byId={byId} entryHref={entryHref} href={href} onClose={() => onChoose(null)} />
        )}
      </div>
      <RelationTable entries={entries} byId={byId} entryHref={entryHref} />
    </>
  );
}
