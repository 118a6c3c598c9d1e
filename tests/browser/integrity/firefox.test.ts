import { describe } from 'vitest';
import { launchFirefox } from '../harness/driver';
import { describeIntegrity } from './integrity';

describe('in Firefox', () => describeIntegrity(launchFirefox));
