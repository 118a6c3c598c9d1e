import { describe } from 'vitest';
import { launchChromium } from '../../../tools/browser/driver';
import { prepareBrowser } from '../harness/browser-fixture';
import { describeCovered } from './describe-covered';

describe('in Chromium', () => describeCovered(prepareBrowser(launchChromium)));
