/** The legend of the map: explains the types of lines. */
import type { LineType } from '../../glossary/book/relations';
import { type MessageKey, useTranslate } from '../i18n';
import { MapLine } from './MapLines';

interface Props {
  types: readonly LineType[];
  hidden: ReadonlySet<LineType>;
  onToggle(type: LineType): void;
}

const WORDS: Record<LineType, MessageKey> = {
  'kind-of': 'map_line_kind_of',
  'part-of': 'map_line_part_of',
  'organised-by': 'map_line_organised_by',
  'promoted-by': 'map_line_promoted_by',
  'see-also': 'map_line_see_also',
  contrast: 'map_line_contrast',
};

/** A checkbox per type hides or shows its lines. */
export function MapLegend({ types, hidden, onToggle }: Props) {
  const t = useTranslate();
  return (
    <fieldset class="map-legend">
      <legend>{t('map_lines')}</legend>
      {types.map((type) => (
        <label key={type}>
          <input type="checkbox" checked={!hidden.has(type)} onChange={() => onToggle(type)} />
          <svg class="map-sample" width="56" height="14" aria-hidden="true">
            <MapLine type={type} rank="near" source="" target="" x1={-4} y1={7} x2={60} y2={7} />
          </svg>
          {t(WORDS[type])}
        </label>
      ))}
    </fieldset>
  );
}
