import { describe } from 'vitest';
import { launchFirefox } from '../../../tools/browser/driver';
import { prepareBrowser } from '../harness/browser-fixture';
import { describeCovered } from './describe-covered';

describe('in Firefox', () => describeCovered(prepareBrowser(launchFirefox)));
