/** Owns the list of measurements, by the name they are asked for: `npm run bench -- finder sizes`. */
import { join } from 'node:path';
import { BUDGETS, gzippedSize } from '../check/sizes';
import { measureCard } from './card/measure';
import { measureFinder } from './finder/suite';
import { measurePage } from './page/measure';
import { measurePopup } from './popup/measure';
import type { Measured } from './result';
import { ROOT, runBundled, runNode } from './run-bundled';

export const SUITES: Record<string, () => Promise<Measured[]>> = {
  card: measureCard,
  finder: () => measureFinder(),
  page: measureBuiltPage,
  search: measureSearch,
  popup: measureBuiltPopup,
  sizes: measureSizes,
};

async function measureBuiltPage(): Promise<Measured[]> {
  const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  runNode([wxt, 'build']);
  runNode([wxt, 'build', '-b', 'firefox', '--mv3']);
  return measurePage();
}

async function measureSearch(): Promise<Measured[]> {
  return JSON.parse(await runBundled('tools/bench/search/measure.ts')) as Measured[]; // What the script prints.
}

async function measureBuiltPopup(): Promise<Measured[]> {
  buildExtension();
  return measurePopup();
}

function buildExtension(): void {
  runNode([join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'build']);
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
