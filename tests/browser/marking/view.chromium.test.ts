import { describe } from 'vitest';
import { launchChromium } from '../../../tools/browser/driver';
import { prepareBrowser } from '../harness/browser-fixture';
import { describeView } from './describe-view';

describe('in Chromium', () => describeView(prepareBrowser(launchChromium)));
