/** Measures the cost of marking on pages in real browsers, against the page alone and other ways of marking. */
import { readGlossary } from '../../../glossary/cli/read-glossary';
import { compileGlossary } from '../../../glossary/editor/compile';
import { launchChromium, launchFirefox } from '../../browser/driver';
import { servePages } from '../../browser/server';
import type { Measured } from '../result';
import { Bench } from './bench-browser';
import { PageMaker } from './made-pages';
import { measureChanges, measureFeed, measureFirstMark, measurePrefilter } from './measure-changes';
import { measureInFirefox } from './measure-firefox';
import { measureMarking } from './measure-marking';

/** All measurements of pages. Takes minutes. Needs builds for both browsers. */
export async function measurePage(): Promise<Measured[]> {
  const maker = new PageMaker(compileGlossary(readGlossary()));
  const server = await servePages();
  const pages = {
    'no-term': maker.giant(0),
    latin: maker.latin(),
    '300-mentions': maker.giant(300),
    '10000-mentions': maker.giant(10_000),
    portal: maker.portal(),
    feed: maker.feed(),
  };
  for (const [path, html] of Object.entries(pages)) server.put(path, html);
  const drivers = [await launchChromium()];
  try {
    const bench = await Bench.start(drivers[0] as (typeof drivers)[number], server.origin, maker.forms); // Just launched.
    const measured: Measured[] = [];
    const add = (...results: Measured[]) => {
      // Printed immediately, because a run takes minutes.
      for (const { name, value, unit, limit } of results) console.log(name, value.toPrecision(3), unit, limit ?? '');
      measured.push(...results);
    };
    add(await measurePrefilter(bench, 'no-term'), await measurePrefilter(bench, 'latin'));
    add(...(await measureMarking(bench, 'portal', true)));
    // Without mark.js, which takes 15 s on each of these pages.
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
    await server.close();
  }
}
