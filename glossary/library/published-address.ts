/** Addresses of entries on the site of their pack, which can be opened without the extension. */
import type { Evidence, Manifest } from '../pack/pack';
import { bulletinAddress, entryAddress } from '../publish/site';
import { partsOf } from './entry-name';

/** An entry whose address is wanted. */
interface Published {
  /** Name (`packId/termId`). */
  id: string;
  pack: Pick<Manifest, 'site'>;
  evidence: readonly Evidence[];
}

/** The page of an entry; null if its pack has no site. */
export function publishedEntry({ id, pack: { site } }: Pick<Published, 'id' | 'pack'>): string | null {
  return site === null ? null : site + entryAddress(partsOf(id).term);
}

/** The sentence that an entry quotes first, or its page if it quotes none; null if its pack has no site. */
export function publishedSource(entry: Published): string | null {
  const { site } = entry.pack;
  const [evidence] = entry.evidence;
  return site !== null && evidence
    ? site + bulletinAddress(partsOf(evidence.bulletin).term || evidence.bulletin, evidence.passage)
    : publishedEntry(entry);
}
