import { describe } from 'vitest';
import { launchFirefox } from '../../../tools/browser/driver';
import { describeGlossaries } from './journeys';

describe('glossaries in Firefox', () => describeGlossaries(launchFirefox));
