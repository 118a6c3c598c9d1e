/** Measures the cost on pages like real ones: needless calls of the engine, the prefilter, and all scripts of the extension. */
import { readGlossary } from '../../../glossary/cli/read-glossary';
import { compileGlossary } from '../../../glossary/editor/compile';
import { createFinder } from '../../../glossary/find/finder';
import { mentionsInText } from '../../../glossary/find/standalone-text';
import { launchChromium } from '../../browser/driver';
import { servePages } from '../../browser/server';
import { Bench } from '../page/bench-browser';
import { timeToRead } from '../page/in-page';
import { type OwnScript, Tab } from '../page/tab';
import type { Measured } from '../result';
import { medianOf } from '../timing';
import { FRAMES, framedPages, type MadeSite, madeSites } from './made-sites';

/** Budgets. */
const MAX_EMPTY_SHARE = 0.1;
const MAX_FRAME_MS = 0.5;

interface Visit {
  site: MadeSite;
  script: OwnScript;
  /** Reading the page's text once, in ms. */
  read: number;
}

/** All measurements of made sites. Needs a build. */
export async function measureReal(): Promise<Measured[]> {
  const sites = madeSites();
  checkTerms(sites);
  const [server, driver] = await Promise.all([servePages(), launchChromium()]);
  try {
    const bench = await Bench.start(driver, server.origin, []);
    const visit = async (path: string, html: string) => {
      server.put(path, html);
      const tab = await Tab.open(driver.browser, 'about:blank');
      await bench.setMarking(true);
      const script = await tab.ownScript(async () => {
        await tab.page.goto(`${server.origin}/${path}`);
        await tab.rest();
      });
      const read = await tab.page.evaluate(timeToRead);
      await bench.close(tab);
      return { script, read };
    };
    await visit('first', '<p>页面</p>');
    const visits: Visit[] = [];
    for (const site of sites) visits.push({ site, ...(await visit(site.path, site.html)) });
    const [without, withFrames] = framedPages();
    const alone = await visit('frames-0', without);
    const framed = await visit('frames', withFrames);
    return [...callsOf(visits), ...costsOf(visits), frameCost(alone.script, framed.script)];
  } finally {
    await driver.close();
    await server.close();
  }
}

/** @throws if a page has terms where it should have none, or the other way round. */
function checkTerms(sites: readonly MadeSite[]): void {
  const finder = createFinder(compileGlossary(readGlossary()).finder);
  for (const { path, text, hasTerms } of sites) {
    const mentions = mentionsInText(finder, text).map(({ start, end }) => text.slice(start, end));
    if (mentions.length > 0 !== hasTerms) throw new Error(`${path} has the terms ${mentions.join(', ') || 'none'}`);
  }
}

const isCalled = ({ script }: Visit) => script.started.has('engine');
const oursIn = ({ script }: Visit) =>
  [...script.started.values(), ...script.ran.values(), script.resumed].reduce((sum, each) => sum + each, 0);

function callsOf(visits: readonly Visit[]): Measured[] {
  return (['Chinese', 'other'] as const).map((language) => {
    const without = visits.filter(({ site }) => site.language === language && !site.hasTerms);
    const called = without.filter(isCalled);
    console.log(`${language}: called for nothing on ${called.map(({ site }) => site.path).join(', ') || 'none'}`);
    return {
      name: `pages without a term, ${language}: engine called`,
      value: called.length / without.length,
      unit: 'share',
      limit: language === 'Chinese' ? MAX_EMPTY_SHARE : null,
      peers: {},
    };
  });
}

function costsOf(visits: readonly Visit[]): Measured[] {
  const passed = visits.filter((visit) => !isCalled(visit));
  const called = visits.filter(isCalled);
  const missed = called.length - visits.filter(({ site }) => site.hasTerms).length;
  console.log(`${visits.length} pages, ${called.length} with the engine, ${missed} of them without a term`);
  const ms = (name: string, values: readonly number[], limit: number | null) =>
    ({ name, value: medianOf(values), unit: 'ms', limit, peers: {} }) as const;
  const tasks = (of: readonly Visit[]) => medianOf(of.map(({ script }) => script.task));
  return [
    ms(
      'engine not called: start of the script',
      passed.map(({ script }) => script.started.get('content') ?? 0),
      null,
    ),
    ms(
      'engine not called: the prefilter',
      passed.map(({ script }) => (script.ran.get('content') ?? 0) + script.resumed),
      medianOf(passed.map(({ read }) => read)),
    ),
    ms('engine not called: scripts of the extension, beside the main thread', passed.map(oursIn), tasks(passed)),
    ms('engine called: scripts of the extension, beside the main thread', called.map(oursIn), tasks(called)),
  ];
}

function frameCost(alone: OwnScript, framed: OwnScript): Measured {
  const sum = ({ started, ran, resumed }: OwnScript) =>
    (started.get('content') ?? 0) + (ran.get('content') ?? 0) + resumed;
  return {
    name: 'a frame whose text is not read',
    value: (sum(framed) - sum(alone)) / FRAMES,
    unit: 'ms',
    limit: MAX_FRAME_MS,
    peers: {},
  };
}
