import { describe } from 'vitest';
import { describeBook } from './book-journeys';
import { launchChromium } from './harness/driver';

describe('the book in Chromium', () => describeBook(launchChromium));
