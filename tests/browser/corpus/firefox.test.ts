import { describe } from 'vitest';
import { launchFirefox } from '../../../tools/browser/driver';
import { describeCorpus } from './corpus';

describe('in Firefox', () => describeCorpus(launchFirefox));
