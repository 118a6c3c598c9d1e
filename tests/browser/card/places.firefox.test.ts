import { describe } from 'vitest';
import { launchFirefox } from '../../../tools/browser/driver';
import { prepareBrowser } from '../harness/browser-fixture';
import { describeLayers } from './describe-layers';
import { describeSmallWindows } from './describe-small-windows';

describe('in Firefox', () => {
  const fixture = prepareBrowser(launchFirefox);
  describe('cards in layers of the page', () => describeLayers(fixture));
  describe('cards in small windows', () => describeSmallWindows(fixture));
});
