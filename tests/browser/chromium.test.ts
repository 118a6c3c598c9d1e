import { describe } from 'vitest';
import { launchChromium } from './harness/driver';
import { describeJourneys } from './journeys';

describe('in Chromium', () => describeJourneys(launchChromium));
