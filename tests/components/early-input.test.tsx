// @vitest-environment happy-dom
/** Input that arrives before the browser has painted: rendered without `act`, so that passive effects are still due. */
import { type ComponentChild, render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BookView } from '../../components/book/BookView';
import { RelationMap } from '../../components/map/RelationMap';
import { Chooser } from '../../components/search/Chooser';
import { TimelineView } from '../../components/timeline/TimelineView';
import { linesBetween } from '../../glossary/book/relations';
import { timelineItems } from '../../glossary/book/timeline-items';
import { categorised, library } from '../library';
import { InEnglish } from './words';

const byId = new Map(library.entries.map((entry) => [entry.id, entry]));
const lines = linesBetween(categorised);
let root: HTMLElement;

beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
  vi.spyOn(SVGElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 700, 400));
});
afterEach(() => {
  render(null, root);
  root.remove();
  vi.restoreAllMocks();
});

/** Preact applies state in a microtask, before the next frame. */
const stateIsApplied = () => Promise.resolve();
/** Preact runs passive effects in a task after the next frame. */
const effectsAreDone = () =>
  new Promise((done) => requestAnimationFrame(() => setTimeout(() => setTimeout(done)))).then(stateIsApplied);
const show = (view: ComponentChild) => {
  render(<InEnglish>{view}</InEnglish>, root);
  return stateIsApplied();
};
const showMap = (selected: string | null) =>
  show(
    <RelationMap
      entries={categorised}
      byId={byId}
      lines={lines}
      selected={selected}
      entryHref={(id) => `#/entry/${id}`}
      href={(id) => `#/map/${id}`}
      onSelect={() => {}}
    />,
  );
const find = (selector: string) => {
  const element = root.querySelector<SVGElement>(selector);
  if (!element) throw new Error(`there is no ${selector}`);
  return element;
};
const press = (key: string) => {
  (document.activeElement ?? root).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  return stateIsApplied();
};

it('draws the map for its size at once: no point moves in the next frame', async () => {
  await showMap(null);
  const before = find('[data-entry="bundled/cast"] .map-point').getAttribute('cx');
  await effectsAreDone();
  expect(find('[data-entry="bundled/cast"] .map-point').getAttribute('cx')).toBe(before);
  expect(Number(before)).toBeLessThan(700);
});

it('moves the map by a drag that begins immediately', async () => {
  await showMap(null);
  const x = () => Number(find('[data-entry="bundled/cast"] .map-point').getAttribute('cx'));
  const before = x();
  const surface = find('.map-picture');
  surface.setPointerCapture = () => {};
  for (const [type, clientX] of [
    ['pointerdown', 10],
    ['pointermove', 60],
  ] as const)
    surface.dispatchEvent(new PointerEvent(type, { pointerId: 1, clientX, clientY: 0, button: 0, buttons: 1 }));
  await stateIsApplied();
  expect(x() - before).toBeCloseTo(50);
});

it('keeps the entry of an arrow key pressed directly after a selection', async () => {
  await showMap('bundled/cast-10th');
  find('[data-entry="bundled/cast-10th"]').focus();
  await press('ArrowRight');
  await effectsAreDone();
  expect(document.activeElement?.getAttribute('data-entry')).not.toBe('bundled/cast-10th');
  expect([...root.querySelectorAll('.map-picture a[tabindex="0"]')]).toEqual([document.activeElement]);
});

it('focuses the mark of an arrow key before the next key, also one that was not drawn', async () => {
  const items = timelineItems(library);
  const href = (id: string) => `#/${id}`;
  await show(<TimelineView items={items} entryHref={href} bulletinHref={href} passageHref={href} />);
  const isDrawn = ({ key }: { key: string }) => root.querySelector(`[data-item="${key}"]`) !== null;
  const first = items.findIndex(isDrawn);
  expect(first).toBeGreaterThan(0);
  find(`[data-item="${items[first]?.key}"]`).focus();
  await stateIsApplied();
  await press('ArrowLeft');
  expect(document.activeElement?.getAttribute('data-item')).toBe(items[first - 1]?.key);
});

it('focuses the page of a link in the book before the next key', async () => {
  const showBook = (place: string) =>
    show(
      <BookView
        section="map"
        href={(name) => `#/${name}`}
        bulletinsHref="/bulletin.html"
        packsHref="/glossaries.html"
        isWide
        pageKey={place}
      >
        <p>{place}</p>
      </BookView>,
    );
  await showBook('a');
  await showBook('b');
  expect(document.activeElement).toBe(root.querySelector('main'));
});

it('focuses the search field when a list opens', async () => {
  await show(
    <Chooser
      query=""
      choices={[]}
      passages={[]}
      listLabel="terms"
      isFirstActive={false}
      onQuery={() => {}}
      onChoose={() => {}}
      onChoosePassage={() => {}}
      onLeave={() => {}}
    />,
  );
  expect(document.activeElement).toBe(root.querySelector('input'));
});
