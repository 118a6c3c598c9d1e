import { describe } from 'vitest';
import { launchFirefox } from '../../../tools/browser/driver';
import { prepareBrowser } from '../harness/browser-fixture';
import { describeView } from './describe-view';

describe('in Firefox', () => describeView(prepareBrowser(launchFirefox)));
