import { describe } from 'vitest';
import { isLong } from '../long-runs';
import { describeBook } from './book-journeys';
import { recordRequests } from './harness/request-recorder';

describe('the book in Firefox', () => {
  const requests = recordRequests('firefox');
  describeBook(requests.launch, isLong);
  requests.expectNone();
});
