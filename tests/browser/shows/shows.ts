/** Pages with labelled mentions. Described once and run in each browser. */
import type { Driver } from '../../../tools/browser/driver';
import { prepareStage } from '../harness/stage';
import { describePageCorpus } from './page-corpus';
import { describeSharedCorpus } from './shared-corpus';

/** Registers the tests, in a browser of their own. */
export function describeShows(launch: () => Promise<Driver>): void {
  const stage = prepareStage(launch);
  describePageCorpus(stage);
  describeSharedCorpus(stage);
}
