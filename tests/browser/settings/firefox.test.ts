import { describe } from 'vitest';
import { launchFirefox } from '../harness/driver';
import { describeSettings } from './journeys';

describe('settings in Firefox', () => describeSettings(launchFirefox));
