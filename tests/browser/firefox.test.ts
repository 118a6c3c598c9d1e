import { describe } from 'vitest';
import { launchFirefox } from './harness/driver';
import { describeJourneys } from './journeys';

describe('in Firefox', () => describeJourneys(launchFirefox));
