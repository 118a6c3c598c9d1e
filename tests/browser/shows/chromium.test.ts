import { describe } from 'vitest';
import { launchChromium } from '../../../tools/browser/driver';
import { describeShows } from './shows';

describe('in Chromium', () => describeShows(launchChromium));
