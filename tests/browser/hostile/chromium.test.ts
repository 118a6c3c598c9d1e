import { describe } from 'vitest';
import { launchChromium } from '../harness/driver';
import { describeHostilePages } from './hostile';

describe('in Chromium', () => describeHostilePages(launchChromium));
