import { describe } from 'vitest';
import { launchChromium } from '../../../tools/browser/driver';
import { describeSettings } from './journeys';

describe('settings in Chromium', () => describeSettings(launchChromium));
