/** Owns what a page shows with the extension, told once and checked in each browser. */
import type { Driver } from '../../../tools/browser/driver';
import { prepareStage } from '../harness/stage';
import { describePageCorpus } from './page-corpus';
import { describeSharedCorpus } from './shared-corpus';

export function describeShows(launch: () => Promise<Driver>): void {
  const stage = prepareStage(launch);
  describePageCorpus(stage);
  describeSharedCorpus(stage);
}
