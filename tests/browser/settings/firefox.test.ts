import { describe } from 'vitest';
import { launchFirefox } from '../../../tools/browser/driver';
import { isLong } from '../../long-runs';
import { describeSettings } from './journeys';

describe('settings in Firefox', () => describeSettings(launchFirefox, isLong));
