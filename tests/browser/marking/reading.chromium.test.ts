import { describe } from 'vitest';
import { launchChromium } from '../../../tools/browser/driver';
import { prepareBrowser } from '../harness/browser-fixture';
import { describeReading } from './describe-reading';

describe('in Chromium', () => describeReading(prepareBrowser(launchChromium)));
