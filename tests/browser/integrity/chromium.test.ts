import { describe } from 'vitest';
import { launchChromium } from '../harness/driver';
import { describeIntegrity } from './integrity';

describe('in Chromium', () => describeIntegrity(launchChromium));
