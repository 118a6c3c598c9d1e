import { describe } from 'vitest';
import { launchFirefox } from '../../tools/browser/driver';
import { describeJourneys } from './journeys';

describe('in Firefox', () => describeJourneys(launchFirefox));
