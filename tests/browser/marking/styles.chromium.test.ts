import { describe } from 'vitest';
import { launchChromium } from '../../../tools/browser/driver';
import { prepareBrowser } from '../harness/browser-fixture';
import { describeStyles } from './describe-styles';

describe('in Chromium', () => describeStyles(prepareBrowser(launchChromium)));
