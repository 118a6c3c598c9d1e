import { describe } from 'vitest';
import { launchFirefox } from '../../../tools/browser/driver';
import { describeInterference } from './hostile';

describe('in Firefox', () => describeInterference(launchFirefox));
