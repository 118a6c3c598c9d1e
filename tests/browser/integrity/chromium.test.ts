import { describe } from 'vitest';
import { launchChromium } from '../../../tools/browser/driver';
import { describeIntegrity } from './integrity';

describe('in Chromium', () => describeIntegrity(launchChromium));
