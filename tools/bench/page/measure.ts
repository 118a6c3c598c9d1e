/**
 * Owns the measurements of the page: what marking costs real pages in a real browser, against the page alone and
 * against other ways of marking it.
 */
import { readGlossary } from '../../../glossary/cli/read-glossary';
import { compileGlossary } from '../../../glossary/editor/compile';
import { launchChromium, launchFirefox } from '../../browser/driver';
import type { Measured } from '../result';
import { Bench } from './bench-browser';
import { PageMaker } from './made-pages';
import { measureInFirefox } from './measure-firefox';
import { measureChanges, measureFeed, measureFirstMark, measureLook } from './measure-living';
import { measureMarking } from './measure-marking';
import { serveMade } from './serve-made';

/** The extension must have been built for both browsers. */
export async function measurePage(): Promise<Measured[]> {
  const maker = new PageMaker(compileGlossary(readGlossary()));
  const server = await serveMade({
    'no-term': maker.giant(0),
    latin: maker.latin(),
    '300-mentions': maker.giant(300),
    '10000-mentions': maker.giant(10_000),
    portal: maker.portal(),
    feed: maker.feed(),
  });
  const drivers = [await launchChromium()];
  try {
    const bench = await Bench.start(drivers[0] as (typeof drivers)[number], server.origin, maker.forms); // Just launched.
    const measured: Measured[] = [];
    const add = (...results: Measured[]) => {
      // As they come: a run takes minutes.
      for (const { name, value, unit, limit } of results) console.log(name, value.toPrecision(3), unit, limit ?? '');
      measured.push(...results);
    };
    add(await measureLook(bench, 'no-term'), await measureLook(bench, 'latin'));
    add(...(await measureMarking(bench, 'portal', true)));
    // mark.js would take a quarter of a minute for each of these.
    add(...(await measureMarking(bench, '300-mentions', false)));
    add(...(await measureMarking(bench, '10000-mentions', false)));
    add(await measureFirstMark(bench, 'portal'), await measureFirstMark(bench, '10000-mentions'));
    add(...(await measureChanges(bench, '10000-mentions')));
    add(...(await measureFeed(bench, maker.items(5000))));
    const firefox = await launchFirefox();
    drivers.push(firefox);
    add(...(await measureInFirefox(await Bench.start(firefox, server.origin, maker.forms))));
    return measured;
  } finally {
    for (const driver of drivers) await driver.close();
    server.close();
  }
}
