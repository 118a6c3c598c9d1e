/** The environment of the code that follows packs: storage, network, clock and random numbers. */
import type { Folding } from '../../../glossary/pack/folding';
import type { Manifest } from '../../../glossary/pack/pack';
import type { PackStore } from '../packs/pack-store';

/** Provided by background, worker or test. */
export interface FollowEnvironment {
  store: PackStore;
  fetching: typeof fetch;
  folding(): Promise<Folding>;
  nowMs(): number;
  /** A number from [0, 1). */
  random(): number;
  /** Version of the extension. */
  version: string;
  /** Null in builds that name no address for later revisions of the bundled pack. */
  bundled: BundledSource | null;
}

/** Where the bundled pack goes on. */
export interface BundledSource {
  /** Address of `latest.json`. */
  url: string;
  /** Of the packaged pack: later revisions keep what it says. */
  manifest: Manifest;
}
