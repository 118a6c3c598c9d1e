import { describe } from 'vitest';
import { launchFirefox } from '../harness/driver';
import { describeShows } from './shows';

describe('in Firefox', () => describeShows(launchFirefox));
