/** Collects the findings of a reader: checks and counts terms, merges repeated headwords, and assigns ids. */
import { contentHash } from '../pack/content-hash';
import { PACK_LIMITS, type PlainTerm } from '../pack/plain-term';
import { type CleanTerm, cleanTerm } from './clean-term';
import type { AboutDraft, DraftField, Finding, Place, Reason, ReasonCode, TermDraft } from './contract';
import { mergeTerms } from './merge-terms';

/** A refused row. */
export interface Refused {
  place: Place;
  reason: Reason;
  /** The row as read, at most 500 UTF-16 units. */
  raw: string;
}

/** A changed or omitted value, once for each reason. */
export interface Notice {
  /** The first of them. */
  place: Place;
  reason: Reason;
  count: number;
}

/** A row that was added to a term before it. */
export interface Merged {
  place: Place;
  headword: string;
}

/** Refused and merged rows beyond this are counted and not listed. */
export const MAX_LISTED = 10_000;
const MAX_RAW = 500;
/** A repeated headword is compared with the last terms that have it: a file of one headword stays linear. */
const MAX_COMPARED = 8;

/** Everything that was read of a file so far. */
export class TermCollector {
  readonly refused: Refused[] = [];
  refusedCount = 0;
  readonly merged: Merged[] = [];
  mergedCount = 0;
  about: AboutDraft = {};
  readonly #duplicates: 'merge' | 'keep';
  readonly #terms: CleanTerm[] = [];
  /** Places of terms in `#terms`, by headword. */
  readonly #byHeadword = new Map<string, number[]>();
  readonly #notices = new Map<ReasonCode, Notice>();

  constructor(duplicates: 'merge' | 'keep') {
    this.#duplicates = duplicates;
  }

  /** Number of terms so far. */
  get count(): number {
    return this.#terms.length;
  }

  get notices(): Notice[] {
    return [...this.#notices.values()];
  }

  /** Adds a finding of a reader. */
  add(finding: Finding): void {
    switch (finding.kind) {
      case 'about':
        this.about = { ...this.about, ...finding.about };
        break;
      case 'refused':
        this.#refuse(finding.place, finding.reason, finding.raw);
        break;
      case 'notice':
        this.#notice(finding.place, finding.reason);
        break;
      case 'term': {
        const cleaned = cleanTerm(finding.draft);
        if (cleaned.ok) {
          for (const { reason, field } of cleaned.notices) this.#notice(placeOf(finding, field), reason);
          this.#keep(cleaned.term, finding.place);
        } else {
          const { reason, field } = cleaned.refusal;
          this.#refuse(placeOf(finding, field), reason, finding.row?.raw() ?? rawOf(finding.draft));
        }
        break;
      }
      default:
        finding satisfies never;
    }
  }

  /** The terms, each with an id of its own: that of the file, or one made of the headword. */
  terms(): PlainTerm[] {
    const written = new Set(this.#terms.map(({ id }) => id));
    const used = new Set<string>();
    const numbers = new Map<string, number>();
    const freeId = (wanted: string): string => {
      if (!used.has(wanted) && !written.has(wanted)) return wanted;
      const number = (numbers.get(wanted) ?? 1) + 1;
      numbers.set(wanted, number);
      const id = `${wanted}-${number}`;
      return used.has(id) || written.has(id) ? freeId(wanted) : id;
    };
    return this.#terms.map((term) => {
      const isFree = term.id !== null && !used.has(term.id);
      const id = isFree && term.id !== null ? term.id : freeId(contentHash(term.headword));
      used.add(id);
      return { ...term, id };
    });
  }

  #keep(term: CleanTerm, place: Place): void {
    const key = term.headword.normalize('NFC');
    const same = this.#byHeadword.get(key) ?? [];
    if (this.#duplicates === 'merge') {
      for (const at of same.slice(-MAX_COMPARED)) {
        const before = this.#terms[at];
        const both = before && mergeTerms(before, term);
        if (!both) continue;
        this.#terms[at] = both;
        this.mergedCount++;
        if (this.merged.length < MAX_LISTED) this.merged.push({ place, headword: term.headword });
        return;
      }
    }
    if (this.#terms.length >= PACK_LIMITS.terms) {
      const reason = { code: 'too-many-terms', value: String(PACK_LIMITS.terms) } as const;
      this.#refuse(place, reason, rawOf(term));
      return;
    }
    same.push(this.#terms.length);
    this.#byHeadword.set(key, same);
    this.#terms.push(term);
  }

  #refuse(place: Place, reason: Reason, raw: string): void {
    this.refusedCount++;
    if (this.refused.length < MAX_LISTED) this.refused.push({ place, reason, raw: raw.slice(0, MAX_RAW) });
  }

  #notice(place: Place, reason: Reason): void {
    const known = this.#notices.get(reason.code);
    if (known) known.count++;
    else this.#notices.set(reason.code, { place, reason, count: 1 });
  }
}

function placeOf({ place, row }: Extract<Finding, { kind: 'term' }>, field: DraftField): Place {
  return row ? { ...place, where: row.where(field) } : place;
}

function rawOf(draft: Pick<TermDraft, 'headword' | 'definition' | 'translation'>): string {
  return [draft.headword, draft.translation, draft.definition]
    .map((part) => part?.slice(0, MAX_RAW))
    .filter(Boolean)
    .join('\t');
}
