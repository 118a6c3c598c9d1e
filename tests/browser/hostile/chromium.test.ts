import { describe } from 'vitest';
import { launchChromium } from '../../../tools/browser/driver';
import { describeInterference } from './hostile';

describe('in Chromium', () => describeInterference(launchChromium));
