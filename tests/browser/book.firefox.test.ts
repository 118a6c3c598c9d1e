import { describe } from 'vitest';
import { describeBook } from './book-journeys';
import { launchFirefox } from './harness/driver';

describe('the book in Firefox', () => describeBook(launchFirefox));
