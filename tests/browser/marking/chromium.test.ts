import { describe } from 'vitest';
import { launchChromium } from '../harness/driver';
import { describeMarking } from './describe-marking';

describe('in Chromium', () => describeMarking(launchChromium));
