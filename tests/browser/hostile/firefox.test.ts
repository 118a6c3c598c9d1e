import { describe } from 'vitest';
import { launchFirefox } from '../../../tools/browser/driver';
import { describeHostilePages } from './hostile';

describe('in Firefox', () => describeHostilePages(launchFirefox));
