/** The map of relations: legend, picture, panel of the selected entry, and the same relations as a list. */
import { useMemo, useState } from 'preact/hooks';
import { LINE_TYPES, type Line, type LineType } from '../../glossary/book/relations';
import type { CategorisedEntry, Entry } from '../../glossary/library/library';
import { useTranslate } from '../i18n';
import { JumpButton } from '../JumpButton';
import { layoutOf } from './layout';
import { MapLegend } from './MapLegend';
import { MapPanel } from './MapPanel';
import { MapPicture } from './MapPicture';
import { RelationTable } from './RelationTable';

interface Props {
  entries: readonly CategorisedEntry[];
  byId: ReadonlyMap<string, Entry>;
  lines: readonly Line[];
  /** Id from the address, possibly of no entry; null for none. */
  selected: string | null;
  entryHref(entry: string): string;
  /** The map with an entry selected, or with none. */
  href(entry: string | null): string;
  onSelect(entry: string | null): void;
}

/** An unknown id shows a notice and selects nothing. Lays out again when entries, categories or lines change. */
export function RelationMap({ entries, byId, lines, selected, entryHref, href, onSelect }: Props) {
  const t = useTranslate();
  const [hidden, setHidden] = useState<ReadonlySet<LineType>>(new Set());
  const layout = useMemo(() => layoutOf(entries, lines), [entries, lines]);
  const shown = useMemo(() => lines.filter(({ type }) => !hidden.has(type)), [lines, hidden]);
  const entry = selected === null ? undefined : byId.get(selected);
  const toggle = (type: LineType) => {
    const next = new Set(hidden);
    if (!next.delete(type)) next.add(type);
    setHidden(next);
  };
  return (
    <>
      <h1>{t('map_title')}</h1>
      <p class="book-line" id="map-help">
        <span class="picture-help">{t('map_help')}</span>{' '}
        <JumpButton class="as-link" to="map-list">
          {t('picture_list')}
        </JumpButton>
      </p>
      {selected !== null && !entry && (
        <p class="book-notice" role="alert">
          {t('book_unknown_entry', selected)}
        </p>
      )}
      <MapLegend types={LINE_TYPES} hidden={hidden} onToggle={toggle} />
      <div class="map-frame">
        <MapPicture
          subject={{
            layout,
            byId,
            lines: shown,
            selected: entry?.id ?? null,
            nameOf: (category) => t(`category_${category}`),
          }}
          href={href}
          onSelect={onSelect}
        />
        {entry && (
          <MapPanel entry={entry} byId={byId} entryHref={entryHref} href={href} onClose={() => onSelect(null)} />
        )}
      </div>
      <RelationTable entries={entries} byId={byId} entryHref={entryHref} />
    </>
  );
}
