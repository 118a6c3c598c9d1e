/** Pages with labelled mentions. Described once and run in each browser. */
import type { Driver } from '../../../tools/browser/driver';
import { prepareBrowser } from '../harness/browser-fixture';
import { describePageCorpus } from './page-corpus';
import { describeSharedCorpus } from './shared-corpus';

/** Registers the tests, in a browser of their own. */
export function describeCorpus(launch: () => Promise<Driver>): void {
  const fixture = prepareBrowser(launch);
  describePageCorpus(fixture);
  describeSharedCorpus(fixture);
}
