import { describe } from 'vitest';
import { launchChromium } from '../../../tools/browser/driver';
import { describeCorpus } from './corpus';

describe('in Chromium', () => describeCorpus(launchChromium));
