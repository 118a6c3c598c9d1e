import { describe } from 'vitest';
import { launchChromium } from '../harness/driver';
import { describeSettings } from './journeys';

describe('settings in Chromium', () => describeSettings(launchChromium));
