import { describe } from 'vitest';
import { launchChromium } from '../../../tools/browser/driver';
import { prepareBrowser } from '../harness/browser-fixture';
import { describeLayers } from './describe-layers';
import { describePhone } from './describe-phone';
import { describeSmallWindows } from './describe-small-windows';

describe('in Chromium', () => {
  const fixture = prepareBrowser(launchChromium);
  describe('cards in layers of the page', () => describeLayers(fixture));
  describe('cards in small windows', () => describeSmallWindows(fixture));
  describe('cards on a phone', () => describePhone(fixture));
});
