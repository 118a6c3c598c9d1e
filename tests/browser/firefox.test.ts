import { describe } from 'vitest';
import { recordRequests } from './harness/request-recorder';
import { describeJourneys } from './journeys';

describe('in Firefox', () => {
  const requests = recordRequests('firefox');
  describeJourneys(requests.launch);
  requests.expectNone();
});
