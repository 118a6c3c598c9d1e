import { describe } from 'vitest';
import { launchFirefox } from '../../../tools/browser/driver';
import { prepareBrowser } from '../harness/browser-fixture';
import { describeReading } from './describe-reading';

describe('in Firefox', () => describeReading(prepareBrowser(launchFirefox)));
