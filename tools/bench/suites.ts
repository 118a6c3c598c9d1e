/** The suites of measurements, by the name given on the command line: `npm run bench -- finder sizes`. */
import { join } from 'node:path';
import { BUDGETS, gzippedSize } from '../check/sizes';
import { measureCard } from './card/measure';
import { measureFinder } from './finder/suite';
import { measurePacks } from './packs/measure';
import { measurePage } from './page/measure';
import { measurePopup } from './popup/measure';
import { measureReal } from './real/measure';
import type { Measured } from './result';
import { ROOT, runBundled, runNode } from './run-bundled';

/** Suites in the order of their runs. Those that need the built extension build it first. */
export const SUITES: Record<string, () => Promise<Measured[]>> = {
  card: measureCard,
  finder: () => measureFinder(),
  page: measureBuiltPage,
  real: measureBuiltReal,
  packs: measureBuiltPacks,
  search: measureSearch,
  popup: measureBuiltPopup,
  sizes: measureSizes,
};

async function measureBuiltPage(): Promise<Measured[]> {
  buildExtension();
  buildExtension('-b', 'firefox', '--mv3');
  return measurePage();
}

async function measureBuiltReal(): Promise<Measured[]> {
  buildExtension();
  return measureReal();
}

async function measureBuiltPacks(): Promise<Measured[]> {
  buildExtension();
  return measurePacks();
}

async function measureSearch(): Promise<Measured[]> {
  return JSON.parse(await runBundled('tools/bench/search/measure.ts')) as Measured[]; // What the script prints.
}

async function measureBuiltPopup(): Promise<Measured[]> {
  buildExtension();
  return measurePopup();
}

function buildExtension(...options: string[]): void {
  runNode([join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'build', ...options]);
}

async function measureSizes(): Promise<Measured[]> {
  buildExtension();
  return BUDGETS.map(({ file, what, limit }) => ({
    name: `${file}, ${what}`,
    value: gzippedSize(ROOT, file),
    unit: 'bytes',
    limit,
    peers: {},
  }));
}
