import { describe } from 'vitest';
import { launchFirefox } from '../harness/driver';
import { describeMarking } from './describe-marking';

describe('in Firefox', () => describeMarking(launchFirefox));
