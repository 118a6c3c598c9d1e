import { describe } from 'vitest';
import { launchChromium } from '../harness/driver';
import { describeShows } from './shows';

describe('in Chromium', () => describeShows(launchChromium));
