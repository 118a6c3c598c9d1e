import { describe } from 'vitest';
import { recordRequests } from './harness/request-recorder';
import { describeJourneys } from './journeys';

describe('in Chromium', () => {
  const requests = recordRequests('chromium');
  describeJourneys(requests.launch);
  requests.expectNone();
});
