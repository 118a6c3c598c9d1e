/** Calculates the traffic of a published pack: requests and bytes a day, for a content network and its origin. */

/** Sizes of one pack, in bytes as sent, without headers. */
export interface PublishedSizes {
  /** `latest.json` with 30 deltas, compressed by the server. */
  latest: number;
  full: number;
  /** From one revision to the next. */
  delta: number;
}

/** The behaviour of readers and editors, and the prices of a host. */
export interface ScaleAssumptions {
  /** Headers of an answer. */
  headerBytes: number;
  /** Revisions a day: 1/7 is one a week. */
  revisionsPerDay: number;
  /** Share of the readers that fetch the whole on a day: new ones, and those who missed more than 30 revisions. */
  wholeShare: number;
  /** Places of a content network that have their own cache, and how often a day each asks the origin for the manifest. */
  edges: number;
  refreshesPerDay: number;
  /** Prices of a host or content network, in US dollars. */
  perMillionRequests: number;
  perGigabyte: number;
}

/** A usual case; `docs/scale.md` explains each. */
export const USUAL: ScaleAssumptions = {
  headerBytes: 300,
  revisionsPerDay: 1,
  wholeShare: 0.002,
  edges: 300,
  refreshesPerDay: 24,
  perMillionRequests: 0.5,
  perGigabyte: 0.02,
};

/** The load of a number of readers. */
export interface Load {
  readers: number;
  requestsPerDay: number;
  /** Mean over the day: readers ask at random times. */
  requestsPerSecond: number;
  bytesPerDay: number;
  /** Load of the origin behind a content network; bounded for any number of readers. */
  originRequestsPerDay: number;
  originBytesPerDay: number;
  dollarsPerMonth: number;
}

const DAY_SECONDS = 86_400;
const MONTH_DAYS = 30;
const GIGABYTE = 1e9;
/** Deltas of a revision that edges fetch: most readers need one of the last few. */
const FETCHED_DELTAS = 5;

/**
 * Each reader asks for the manifest once a day. If there is news, it fetches one delta; some fetch the whole.
 */
export function loadOf(readers: number, sizes: PublishedSizes, assumed: ScaleAssumptions): Load {
  const { headerBytes, revisionsPerDay, wholeShare, edges, refreshesPerDay } = assumed;
  const news = Math.min(1, revisionsPerDay);
  const [unchanged, manifest] = [headerBytes, headerBytes + sizes.latest];
  const [delta, whole] = [headerBytes + sizes.delta, headerBytes + sizes.full];
  const requestsPerDay = readers * (1 + news + wholeShare);
  const bytesPerDay = readers * ((1 - news) * unchanged + news * (manifest + delta) + wholeShare * whole);
  // An edge that no reader asks fetches nothing.
  const refreshes = Math.min(readers, edges * refreshesPerDay);
  const fetched = Math.min(readers, edges) * revisionsPerDay;
  const originRequestsPerDay = refreshes + fetched * (FETCHED_DELTAS + 1);
  const originBytesPerDay = refreshes * unchanged + fetched * (sizes.latest + FETCHED_DELTAS * delta + whole);
  const monthly = (perDay: number) => perDay * MONTH_DAYS;
  return {
    readers,
    requestsPerDay,
    requestsPerSecond: requestsPerDay / DAY_SECONDS,
    bytesPerDay,
    originRequestsPerDay: Math.min(requestsPerDay, originRequestsPerDay),
    originBytesPerDay: Math.min(bytesPerDay, originBytesPerDay),
    dollarsPerMonth:
      (monthly(requestsPerDay) / 1e6) * assumed.perMillionRequests +
      (monthly(bytesPerDay) / GIGABYTE) * assumed.perGigabyte,
  };
}
