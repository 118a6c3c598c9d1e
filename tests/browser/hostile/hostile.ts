/** Owns what pages may do to us, told once and tried in each browser. */
import type { Driver } from '../../../tools/browser/driver';
import { prepareStage } from '../harness/stage';
import { describeClobbering } from './clobbering';
import { describeDocuments } from './documents';
import { describeFingerprint } from './fingerprint';
import { describeForgedEvents } from './forged-events';
import { describeHost } from './host';
import { describeOverrides } from './overrides';
import { describeStorms } from './storm';

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
