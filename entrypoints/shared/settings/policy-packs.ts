/**
 * Reads the packs of an organisation's policy, which carries their terms whole, so that nothing is fetched. Values that
 * make no sense are left out and named by their place; the rest holds.
 */
import * as v from 'valibot';
import { policyPackId } from '../../../glossary/library/entry-name';
import type { PlainPack, PlainTerm } from '../../../glossary/library/plain-pack';
import { contentHash } from '../../../glossary/pack/content-hash';
import { readerAddress } from '../../../glossary/reader-address';
import { visibleText } from '../../../glossary/visible-text';
import { plainTermSchema } from './settings';

/** Most terms an organisation brings, in all its packs. */
export const MAX_POLICY_TERMS = 1000;

/** Faults that are named before the rest are only counted. */
const MAX_FAULTS = 20;

/** To be seen, and on one line. */
const titleSchema = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(120),
  v.check((text) => visibleText(text).trim() !== '', 'nothing to be seen'),
);

const packSchema = v.strictObject({
  /** Part of the names of its entries, by which readers mute them: it should not change. */
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,40}$/)),
  title: titleSchema,
  terms: v.array(v.unknown()),
});

const termSchema = v.strictObject({
  ...plainTermSchema.entries,
  forms: v.optional(plainTermSchema.entries.forms, []),
  source: v.optional(
    v.strictObject({
      title: titleSchema,
      url: v.optional(
        v.pipe(
          v.string(),
          v.maxLength(2048),
          v.check((url) => url === '' || readerAddress(url) !== null, 'no https address'),
        ),
        '',
      ),
    }),
  ),
});

/** The packs of a policy, and what is wrong with them. */
export interface PolicyPacks {
  /** In their order; at most `MAX_POLICY_TERMS` terms in all. */
  packs: readonly PlainPack[];
  /** Places that make no sense, as paths: `packs[0].terms[3].definition`. */
  faults: readonly string[];
}

/** @param packs the value of that name in the policy, as it is; undefined if there is none. */
export function readPolicyPacks(packs: unknown): PolicyPacks {
  const faults: string[] = [];
  const found: PlainPack[] = [];
  let room = MAX_POLICY_TERMS;
  if (packs !== undefined && !Array.isArray(packs)) faults.push('packs');
  const list: unknown[] = Array.isArray(packs) ? packs : [];
  for (const [at, value] of list.entries()) {
    const place = `packs[${at}]`;
    const pack = v.safeParse(packSchema, value);
    const id = pack.success ? policyPackId(pack.output.id) : '';
    if (!pack.success || found.some((other) => other.id === id)) {
      faults.push(placeOf(place, pack.success ? 'id' : pathOf(pack.issues[0])));
      continue;
    }
    const terms = readTerms(pack.output.terms, `${place}.terms`, room, faults);
    room -= terms.length;
    found.push({ id, title: pack.output.title, kind: 'policy', terms });
  }
  const more = faults.length - MAX_FAULTS;
  return { packs: found, faults: more > 0 ? [...faults.slice(0, MAX_FAULTS), `… +${more}`] : faults };
}

/** The terms of one pack, each headword once. Notes the places of what is passed over. */
function readTerms(terms: readonly unknown[], place: string, room: number, faults: string[]): PlainTerm[] {
  const sound = new Map<string, PlainTerm>();
  for (const [at, value] of terms.entries()) {
    if (sound.size >= room) {
      faults.push(`${place}[${at}–${terms.length - 1}]`);
      break;
    }
    const term = v.safeParse(termSchema, value);
    // By its headword, so that nobody has to number terms: a term that is called otherwise is another.
    const id = term.success ? contentHash(term.output.headword) : '';
    if (!term.success || sound.has(id)) {
      faults.push(placeOf(`${place}[${at}]`, term.success ? 'headword' : pathOf(term.issues[0])));
      continue;
    }
    sound.set(id, { id, ...term.output });
  }
  return [...sound.values()];
}

function pathOf(issue: v.BaseIssue<unknown>): string | null {
  return v.getDotPath(issue);
}

function placeOf(place: string, field: string | null): string {
  return field === null ? place : `${place}.${field}`;
}
