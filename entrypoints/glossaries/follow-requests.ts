/** Answers the import worker's requests about followed packs. One at a time with the background, which updates them. */
import type { FoundPack } from '../../components/glossaries/FollowPreview';
import type { Pending } from '../../glossary/follow/followed';
import type { Folding } from '../../glossary/pack/folding';
import type { FollowEnvironment } from '../shared/follow/follow-environment';
import { checkForUpdate, followPublication } from '../shared/follow/follow-pack';
import { type Publication, readPublication } from '../shared/follow/read-publication';
import type { PackStore } from '../shared/packs/pack-store';
import { failure, ok } from '../shared/result';
import type { FollowAnswer, FollowRequest } from './import-messages';

/** The parts of the worker that the requests need. */
interface Surroundings {
  store: PackStore;
  folding(): Promise<Folding>;
}

/** The publication that was read last. */
let shown: Publication | null = null;

/** Never rejects because of what is published. */
export async function answerFollow(request: FollowRequest, surroundings: Surroundings): Promise<FollowAnswer> {
  const { turn, version, bundled } = request;
  const environment: FollowEnvironment = {
    ...surroundings,
    fetching: (url, init) => fetch(url, init),
    nowMs: () => Date.now(),
    random: () => Math.random(),
    version,
    bundled,
  };
  switch (request.type) {
    case 'preview': {
      const found = await readPublication(request.address, environment);
      shown = found.ok ? found.value : null;
      return { type: 'previewed', turn, result: found.ok ? ok(foundOf(found.value)) : found };
    }
    case 'follow': {
      const found = shown;
      // The id of the pack is chosen long before it is stored: the background could follow another one by it meanwhile.
      const kept = found && (await navigator.locks.request('follow', () => followPublication(found, environment)));
      return { type: 'followed', turn, result: kept ?? failure({ kind: 'unreachable' }) };
    }
    case 'check':
      return { type: 'checked', turn, result: await checkOne(request.id, environment, request.consent) };
    default:
      return request satisfies never;
  }
}

function foundOf({ url, about, opened, isKeyNamed }: Publication): FoundPack {
  const { manifest, signers } = opened;
  const { full, seq, created } = manifest;
  const { title, licence = '', attribution = '', languages = [] } = about;
  const said = { title, licence, attribution, languages, count: full.count, bytes: full.bytes };
  return { url, ...said, seq, created, signers, isKeyNamed };
}

function checkOne(id: string, environment: FollowEnvironment, consent: Pending | null) {
  return navigator.locks.request('follow', async () => {
    const record = (await environment.store.listAll()).find((one) => one.id === id);
    return record ? checkForUpdate(record, environment, consent) : 'unchanged';
  });
}
