import { describe } from 'vitest';
import { launchChromium } from '../../../tools/browser/driver';
import { describeHostilePages } from './hostile';

describe('in Chromium', () => describeHostilePages(launchChromium));
