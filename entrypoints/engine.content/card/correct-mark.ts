/** Corrects a mark that does not mean its entry. */
import type { Quote } from '../../../glossary/formats/sentence-around';
import type { CorrectedEntry } from '../../shared/page/card-api';
import type { Send } from '../../shared/page/engine-api';
import { ok, type Result } from '../../shared/result';
import type { CorrectionScope } from '../../shared/settings/correction';

interface Context {
  send: Send;
  /** Mutes or unmutes an entry in this document. */
  muteHere(entry: number, isMuted: boolean): void;
}

/** A correction to make or to take back. */
interface Wanted {
  entry: CorrectedEntry;
  scope: CorrectionScope;
  /** False takes the correction back. */
  isOn: boolean;
}

/** For this page, also in a private window, where nothing is stored of it. Other scopes fail as `term.correct` does. */
export async function correctMark(
  { send, muteHere }: Context,
  quote: Quote,
  { entry, scope, isOn }: Wanted,
): Promise<Result<null>> {
  const result = await send({ type: 'term.correct', entry: entry.id, scope, isOn, quote });
  if (scope !== 'page' || (!result.ok && result.error.kind !== 'private')) return result;
  muteHere(entry.index, isOn);
  return ok(null);
}
