import { describe } from 'vitest';
import { recordRequests } from '../harness/request-recorder';
import { describeGlossaries } from './journeys';
import { SITE_HOST } from './published-site';

describe('glossaries in Firefox', () => {
  const requests = recordRequests('firefox', [SITE_HOST]);
  describeGlossaries(requests.launch);
  requests.expectNone();
});
