import { describe } from 'vitest';
import { launchChromium } from '../../tools/browser/driver';
import { describeJourneys } from './journeys';

describe('in Chromium', () => describeJourneys(launchChromium));
