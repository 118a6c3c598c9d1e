/** All tests of hostile pages, described once and run in each browser. */
import type { Driver } from '../../../tools/browser/driver';
import { prepareBrowser } from '../harness/browser-fixture';
import { describeChangingPages } from './changing-pages';
import { describeClobbering } from './clobbering';
import { describeDocuments } from './documents';
import { describeFingerprint } from './fingerprint';
import { describeForgedEvents } from './forged-events';
import { describeHost } from './host';
import { describeOverrides } from './overrides';

/** Registers the tests, in a browser of their own. */
export function describeHostilePages(launch: () => Promise<Driver>): void {
  const fixture = prepareBrowser(launch);
  describeOverrides(fixture);
  describeClobbering(fixture);
  describeDocuments(fixture);
  describeForgedEvents(fixture);
  describeFingerprint(fixture);
  describeHost(fixture);
  describeChangingPages(fixture);
}
