import { describe } from 'vitest';
import { launchFirefox } from '../../../tools/browser/driver';
import { describeMarking } from './describe-marking';

describe('in Firefox', () => describeMarking(launchFirefox));
