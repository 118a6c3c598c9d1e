import { describe } from 'vitest';
import { launchFirefox } from '../../tools/browser/driver';
import { describeBook } from './book-journeys';

describe('the book in Firefox', () => describeBook(launchFirefox));
