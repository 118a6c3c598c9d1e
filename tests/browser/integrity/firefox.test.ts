import { describe } from 'vitest';
import { launchFirefox } from '../../../tools/browser/driver';
import { describeIntegrity } from './integrity';

describe('in Firefox', () => describeIntegrity(launchFirefox));
