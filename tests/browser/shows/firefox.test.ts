import { describe } from 'vitest';
import { launchFirefox } from '../../../tools/browser/driver';
import { describeShows } from './shows';

describe('in Firefox', () => describeShows(launchFirefox));
