import { describe } from 'vitest';
import { launchChromium } from '../../tools/browser/driver';
import { describeBook } from './book-journeys';

describe('the book in Chromium', () => describeBook(launchChromium));
