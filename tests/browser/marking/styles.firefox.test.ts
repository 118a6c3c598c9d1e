import { describe } from 'vitest';
import { launchFirefox } from '../../../tools/browser/driver';
import { prepareBrowser } from '../harness/browser-fixture';
import { describeStyles } from './describe-styles';

describe('in Firefox', () => describeStyles(prepareBrowser(launchFirefox)));
