import { describe } from 'vitest';
import { launchChromium } from '../../../tools/browser/driver';
import { describeGlossaries } from './journeys';

describe('glossaries in Chromium', () => describeGlossaries(launchChromium));
