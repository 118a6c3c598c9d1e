import { describe } from 'vitest';
import { launchChromium } from '../../../tools/browser/driver';
import { describeMarking } from './describe-marking';

describe('in Chromium', () => describeMarking(launchChromium));
