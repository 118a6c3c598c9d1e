/** Finds the changes of an update that the reader must confirm, and summarises its changes of terms. */
import type { PackChanges } from '../exchange/compare-packs';
import type { PackAbout, PlainTerm } from '../pack/plain-term';
import type { FollowChanges, TermChange, TrustQuestion } from './followed';

/** Share of the terms that may be gone or reworded without a question. */
const UNASKED_SHARE = 1 / 3;
/** Changes that are stored for readers to see. */
const MAX_CHANGES = 200;

/** The compared parts of a revision. */
interface Trusted {
  about: PackAbout;
  /** As `Followed.site`. */
  site: string;
  count: number;
}

/** The questions that an update raises; none for most. */
export function questionsOf(
  before: Trusted,
  after: Trusted,
  { changed, gone }: Pick<PackChanges, 'changed' | 'gone'>,
): TrustQuestion[] {
  const questions: TrustQuestion[] = [];
  const [host, nextHost] = [hostOf(before.site), hostOf(after.site)];
  if (host !== nextHost) questions.push({ kind: 'host', before: host, after: nextHost });
  const [licence = '', nextLicence = ''] = [before.about.licence, after.about.licence];
  if (licence !== nextLicence) questions.push({ kind: 'licence', before: licence, after: nextLicence });
  if (changed.length + gone.length > before.count * UNASKED_SHARE) {
    questions.push({ kind: 'terms', changed: changed.length, gone: gone.length, of: before.count });
  }
  return questions;
}

function hostOf(site: string): string {
  return URL.canParse(site) ? new URL(site).host : '';
}

/** The changes of an update, to be stored. */
export function changesOf({ added, changed, gone }: PackChanges, seq: number, atMs: number): FollowChanges {
  const terms: TermChange[] = [
    ...changed.map((term) => changeOf(term.after.headword, term)),
    ...added.map((after) => changeOf(after.headword, { before: null, after })),
    ...gone.map((before) => changeOf(before.headword, { before, after: null })),
  ];
  const counts = { added: added.length, changed: changed.length, gone: gone.length };
  return { seq, atMs, ...counts, terms: terms.slice(0, MAX_CHANGES) };
}

interface BothSides {
  before: PlainTerm | null;
  after: PlainTerm | null;
}

function changeOf(headword: string, { before, after }: BothSides): TermChange {
  return { headword, before: before && textOf(before, headword), after: after && textOf(after, headword) };
}

/** The texts of a term by which a reader recognises a change, apart from the headword that is shown already. */
function textOf({ headword, forms, definition, translation = '', note = '' }: PlainTerm, shown: string): string {
  const names = [headword, ...forms].filter((name) => name !== shown).join('、');
  return [names, definition, translation, note].filter((text) => text !== '').join('\n');
}
