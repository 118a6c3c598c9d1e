import { describe } from 'vitest';
import { describeBook } from './book-journeys';
import { recordRequests } from './harness/request-recorder';

describe('the book in Chromium', () => {
  const requests = recordRequests('chromium');
  describeBook(requests.launch);
  requests.expectNone();
});
