import { describe } from 'vitest';
import { launchFirefox } from '../harness/driver';
import { describeHostilePages } from './hostile';

describe('in Firefox', () => describeHostilePages(launchFirefox));
