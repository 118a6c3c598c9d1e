/** Owns the picture of the map: what is seen of it, by pointer and by keyboard. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Decoration } from '../Decoration';
import { useTranslate } from '../i18n';
import { PictureTools } from '../PictureTools';
import { type DrawnDot, drawMap, type MapSubject } from './draw-map';
import { LineSigns, MapLine } from './MapLines';
import { step } from './step';
import { usePanning } from './use-panning';
import { useSize } from './use-size';
import { firstView, fitView, pan, reveal, type View, zoom } from './view';

interface Props {
  subject: MapSubject;
  href(entry: string | null): string;
  onChoose(entry: string | null): void;
}

const START = { width: 1000, height: 620 };
const ZOOM_STEP = 1.3;

export function MapPicture({ subject, href, onChoose }: Props) {
  const t = useTranslate();
  const { layout, byId, chosen } = subject;
  const surface = useRef<SVGSVGElement>(null);
  const size = useSize(surface, START);
  const whole = useMemo(() => boundsOf(layout.regions), [layout]);
  const middle = { x: size.width / 2, y: size.height / 2 };
  // Null: as it is at first, whatever the size of the window.
  const [moved, setMoved] = useState<View | null>(null);
  const [isWhole, setIsWhole] = useState(false);
  const view = moved ?? (isWhole ? fitView(whole, size) : firstView(whole, size, placeOf(layout, chosen)));
  const seeWhole = () => {
    setMoved(null);
    setIsWhole(true);
  };
  const moves = useRef({ pan: (_dx: number, _dy: number) => {}, zoom: (_factor: number, _at: typeof middle) => {} });
  moves.current = {
    pan: (dx, dy) => setMoved((now) => pan(now ?? view, dx, dy)),
    zoom: (factor, at) => setMoved((now) => zoom(now ?? view, factor, at)),
  };
  usePanning(surface, moves);
  // One dot is a stop of the Tab key; arrows lead to the others.
  const [stop, setStop] = useState<string | null>(null);
  const active = stop ?? chosen ?? layout.places[0]?.id ?? null;
  const drawing = drawMap(subject, view, size);

  const show = (id: string) => {
    const place = placeOf(layout, id);
    if (place) setMoved((now) => (now ? reveal(now, place, size) : now));
  };
  // Brought into sight when it is chosen, not whenever the size changes.
  useEffect(() => {
    if (chosen === null) return;
    setStop(chosen);
    show(chosen);
  }, [chosen]);

  const focus = (id: string) => {
    setStop(id);
    show(id);
    surface.current?.querySelector<SVGElement>(`[data-entry="${id}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = layout.places.find(({ id }) => id === active);
    const next = from && step(event.key, from, layout.places);
    if (next) focus(next);
    else if (event.key === '+' || event.key === '=') moves.current.zoom(ZOOM_STEP, middle);
    else if (event.key === '-') moves.current.zoom(1 / ZOOM_STEP, middle);
    else if (event.key === '0') seeWhole();
    else if (event.key === 'Escape' && chosen !== null) onChoose(null);
    else return;
    event.preventDefault();
  };
  return (
    <div class="picture">
      {/* biome-ignore lint/a11y/useSemanticElements: a picture cannot be a fieldset. */}
      <svg
        ref={surface}
        class="map-picture"
        role="group"
        aria-label={t('map_title')}
        aria-describedby="map-help"
        onKeyDown={onKeyDown}
      >
        <LineSigns />
        {drawing.regions.map(({ category, x, y, rx, ry }) => (
          <ellipse key={category} class={`map-region tone-${category}`} cx={x} cy={y} rx={rx} ry={ry} />
        ))}
        {drawing.lines.map((line) => (
          <MapLine key={`${line.source} ${line.type} ${line.target}`} {...line} />
        ))}
        <Decoration>
          {drawing.regions.map(({ category, nameX, nameY }) => (
            <text key={category} class={`map-region-name tone-${category}`} x={nameX} y={nameY}>
              {subject.nameOf(category)}
            </text>
          ))}
        </Decoration>
        {drawing.dots.map((dot) => (
          <Dot
            key={dot.id}
            dot={dot}
            name={`${byId.get(dot.id)?.headword ?? dot.id}，${subject.nameOf(dot.category)}`}
            href={href(dot.id)}
            isStop={dot.id === active}
            onFocus={() => setStop(dot.id)}
          />
        ))}
        <Decoration>
          {drawing.labels.map(({ id, text, x, y, isChosen }) => (
            <text key={id} class={isChosen ? 'map-label is-chosen' : 'map-label'} x={x} y={y}>
              {text}
            </text>
          ))}
        </Decoration>
      </svg>
      <PictureTools
        onZoom={(isIn) => moves.current.zoom(isIn ? ZOOM_STEP : 1 / ZOOM_STEP, middle)}
        onWhole={seeWhole}
      />
    </div>
  );
}

interface DotProps {
  dot: DrawnDot;
  name: string;
  href: string;
  isStop: boolean;
  onFocus(): void;
}

/** Larger than the dot, so that it can be hit: 24 px. */
const TARGET_RADIUS = 12;

function Dot({ dot: { id, category, x, y, radius, rank }, name, href, isStop, onFocus }: DotProps) {
  return (
    <a
      class={`map-dot tone-${category} is-${rank}`}
      href={href}
      data-entry={id}
      aria-label={name}
      aria-current={rank === 'chosen' ? 'true' : undefined}
      tabindex={isStop ? 0 : -1}
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

function placeOf({ places }: MapSubject['layout'], id: string | null) {
  return places.find((place) => place.id === id) ?? null;
}

function boundsOf(regions: readonly { x: number; y: number; rx: number; ry: number }[]) {
  return {
    left: Math.min(...regions.map(({ x, rx }) => x - rx)),
    right: Math.max(...regions.map(({ x, rx }) => x + rx)),
    top: Math.min(...regions.map(({ y, ry }) => y - ry)),
    bottom: Math.max(...regions.map(({ y, ry }) => y + ry)),
  };
}
