/** All tests of hostile pages, described once and run in each browser. */
import type { Driver } from '../../../tools/browser/driver';
import { prepareStage } from '../harness/stage';
import { describeClobbering } from './clobbering';
import { describeDocuments } from './documents';
import { describeFingerprint } from './fingerprint';
import { describeForgedEvents } from './forged-events';
import { describeHost } from './host';
import { describeOverrides } from './overrides';
import { describeStorms } from './storm';

/** Registers the tests, in a browser of their own. */
export function describeHostilePages(launch: () => Promise<Driver>): void {
  const stage = prepareStage(launch);
  describeOverrides(stage);
  describeClobbering(stage);
  describeDocuments(stage);
  describeForgedEvents(stage);
  describeFingerprint(stage);
  describeHost(stage);
  describeStorms(stage);
}
