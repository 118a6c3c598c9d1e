/** Draws the map of relations as one stop of the Tab key: arrow keys move the focus, the pointer moves the map. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useTranslate } from '../i18n';
import { Decoration, PictureTools } from '../picture/PictureTools';
import { type DrawnDot, drawMap, type MapSubject } from './draw-map';
import { LineSigns, MapLine } from './MapLines';
import { placeOf } from './places';
import { step } from './step';
import { useMapView } from './use-map-view';

interface Props {
  subject: MapSubject;
  href(entry: string | null): string;
  onSelect(entry: string | null): void;
}

const ZOOM_STEP = 1.3;

/** Keeps its view and its focused entry while another entry is selected. */
export function MapPicture({ subject, href, onSelect }: Props) {
  const t = useTranslate();
  const { layout, selected } = subject;
  const surface = useRef<SVGSVGElement>(null);
  const { view, size, zoomBy, fitAll, revealEntry } = useMapView(surface, layout, selected);
  const [focused, setFocused] = useState<string | null>(null);
  const active = focused ?? selected ?? layout.places[0]?.id ?? null;
  const makeActive = (id: string) => {
    setFocused(id);
    revealEntry(id);
  };
  // Not in a passive effect, which could run after the next key and undo what that did.
  useLayoutEffect(() => {
    if (selected !== null) makeActive(selected);
  }, [selected]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = placeOf(layout, active);
    const next = from && step(event.key, from, layout.places);
    if (next) {
      makeActive(next);
      surface.current?.querySelector<SVGElement>(`[data-entry="${next}"]`)?.focus();
    } else if (event.key === '+' || event.key === '=') zoomBy(ZOOM_STEP);
    else if (event.key === '-') zoomBy(1 / ZOOM_STEP);
    else if (event.key === '0') fitAll();
    else if (event.key === 'Escape' && selected !== null) onSelect(null);
    else return;
    event.preventDefault();
  };
  return (
    <div class="picture">
      {/* biome-ignore lint/a11y/useSemanticElements: a picture cannot be a fieldset. */}
      <svg
        ref={surface}
        class="map-picture"
        // Without a script, the picture keeps its first size and is scaled.
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="group"
        aria-label={t('map_title')}
        aria-describedby="map-help"
        onKeyDown={onKeyDown}
      >
        <MapDrawing subject={subject} {...{ view, size, active, href }} onFocus={setFocused} />
      </svg>
      <PictureTools onZoom={(isIn) => zoomBy(isIn ? ZOOM_STEP : 1 / ZOOM_STEP)} onFit={fitAll} />
    </div>
  );
}

interface DrawingProps extends Pick<Props, 'subject' | 'href'>, Pick<ReturnType<typeof useMapView>, 'view' | 'size'> {
  active: string | null;
  onFocus(entry: string): void;
}

function MapDrawing({ subject, href, view, size, active, onFocus }: DrawingProps) {
  const { byId, nameOf } = subject;
  const { regions, lines, dots, labels } = drawMap(subject, view, size);
  return (
    <>
      <LineSigns />
      {regions.map(({ category, x, y, rx, ry }) => (
        <ellipse key={category} class={`map-region tone-${category}`} cx={x} cy={y} rx={rx} ry={ry} />
      ))}
      {lines.map((line) => (
        <MapLine key={`${line.source} ${line.type} ${line.target}`} {...line} />
      ))}
      <Decoration>
        {regions.map(({ category, nameX, nameY }) => (
          <text key={category} class={`map-region-name tone-${category}`} x={nameX} y={nameY}>
            {nameOf(category)}
          </text>
        ))}
      </Decoration>
      {dots.map((dot) => (
        <Dot
          key={dot.id}
          dot={dot}
          name={`${byId.get(dot.id)?.headword ?? dot.id}，${nameOf(dot.category)}`}
          href={href(dot.id)}
          isActive={dot.id === active}
          onFocus={() => onFocus(dot.id)}
        />
      ))}
      <Decoration>
        {labels.map(({ id, text, x, y, isSelected }) => (
          <text key={id} class={isSelected ? 'map-label is-selected' : 'map-label'} x={x} y={y}>
            {text}
          </text>
        ))}
      </Decoration>
    </>
  );
}

interface DotProps {
  dot: DrawnDot;
  name: string;
  href: string;
  /** Whether the Tab key stops here. */
  isActive: boolean;
  onFocus(): void;
}

/** The area that takes clicks, larger than the dot: 24 px across. */
const TARGET_RADIUS = 12;

function Dot({ dot: { id, category, x, y, radius, rank }, name, href, isActive, onFocus }: DotProps) {
  return (
    <a
      class={`map-dot tone-${category} is-${rank}`}
      href={href}
      data-entry={id}
      aria-label={name}
      aria-current={rank === 'selected' ? 'true' : undefined}
      tabindex={isActive ? 0 : -1}
      draggable={false}
      onFocus={onFocus}
    >
      <title>{name}</title>
      <circle class="map-target" cx={x} cy={y} r={TARGET_RADIUS} />
      <circle class="map-ring" cx={x} cy={y} r={radius + 4} />
      <circle class="map-point" cx={x} cy={y} r={radius} />
    </a>
  );
}
