import { describe } from 'vitest';
import { launchFirefox } from '../../../tools/browser/driver';
import { describeSettings } from './journeys';

describe('settings in Firefox', () => describeSettings(launchFirefox));
