/**
 * Reads the packs of an organisation's policy, which contains their terms, so that nothing is fetched. Invalid values are
 * skipped and named by their place; the rest applies.
 */
import * as v from 'valibot';
import { MAX_POLICY_PACKS } from '../../../glossary/library/compile-packs';
import { policyPackId } from '../../../glossary/library/entry-name';
import type { PlainPack } from '../../../glossary/library/plain-pack';
import { contentHash } from '../../../glossary/pack/content-hash';
import { MARK_COLOURS } from '../../../glossary/pack/mark-colours';
import type { PlainTerm } from '../../../glossary/pack/plain-term';
import { visibleText } from '../../../glossary/visible-text';
import { DENSITIES, NEW_PREFERENCES, type PackPreferences } from '../page/pack-marks';
import { parsePattern } from '../sites/site-pattern';
import { isExplained, plainTermEntries } from './plain-term-schema';

/** Limit of terms in all packs of a policy. */
export const MAX_POLICY_TERMS = 1000;

/** Number of faults that are named; others are counted. */
const MAX_FAULTS = 20;

/** A visible title. */
const titleSchema = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(120),
  v.check((text) => visibleText(text).trim() !== '', 'nothing to be seen'),
);

const packSchema = v.strictObject({
  /** Part of entry names, by which readers mute terms; should never change. */
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,40}$/)),
  title: titleSchema,
  terms: v.array(v.unknown()),
  /** Read apart: an invalid value leaves the terms as they are. */
  marks: v.optional(v.unknown()),
});

const patternsSchema = v.optional(
  v.array(
    v.pipe(
      v.string(),
      v.rawTransform(({ dataset, addIssue, NEVER }) => {
        const pattern = parsePattern(dataset.value);
        if (pattern.ok) return pattern.value;
        addIssue({ message: 'no pattern' });
        return NEVER;
      }),
    ),
  ),
  [],
);

/** How and where the terms of a pack are marked, unless the reader sets it. */
const marksSchema = v.strictObject({
  colour: v.optional(v.nullable(v.picklist(MARK_COLOURS)), null),
  density: v.optional(v.nullable(v.picklist(DENSITIES)), null),
  insideWords: v.optional(v.boolean(), false),
  sites: v.optional(
    v.strictObject({ base: v.optional(v.picklist(['on', 'off']), 'on'), on: patternsSchema, off: patternsSchema }),
    {},
  ),
  /** Whether the reader cannot set it. */
  locked: v.optional(v.boolean(), false),
});

const sourceEntries = plainTermEntries.source.wrapped.entries;

const termSchema = v.pipe(
  v.strictObject({
    ...plainTermEntries,
    source: v.exactOptional(
      v.strictObject({ ...sourceEntries, title: titleSchema, url: v.optional(sourceEntries.url, '') }),
    ),
  }),
  v.forward(v.partialCheck([['definition'], ['translation']], isExplained, 'nothing to be seen'), ['definition']),
);

/** The packs of a policy, and its faults. */
export interface PolicyPacks {
  /** In their order; at most `MAX_POLICY_TERMS` terms in all. */
  packs: readonly PlainPack[];
  /** Settings of packs, by id, and whether they are locked. */
  marks: ReadonlyMap<string, { preset: PackPreferences; isLocked: boolean }>;
  /** Places of invalid values, as paths: `packs[0].terms[3].definition`. */
  faults: readonly string[];
}

/** Parses the value of `packs` in the policy. @param packs undefined if there is none. */
export function readPolicyPacks(packs: unknown): PolicyPacks {
  const faults: string[] = [];
  const found: PlainPack[] = [];
  const marks = new Map<string, { preset: PackPreferences; isLocked: boolean }>();
  let room = MAX_POLICY_TERMS;
  if (packs !== undefined && !Array.isArray(packs)) faults.push('packs');
  const list: unknown[] = Array.isArray(packs) ? packs : [];
  for (const [at, value] of list.entries()) {
    const place = `packs[${at}]`;
    const pack = v.safeParse(packSchema, value);
    const id = pack.success ? policyPackId(pack.output.id) : '';
    if (!pack.success || found.length >= MAX_POLICY_PACKS || found.some((other) => other.id === id)) {
      faults.push(placeOf(place, pack.success ? 'id' : pathOf(pack.issues[0])));
      continue;
    }
    const terms = readTerms(pack.output.terms, `${place}.terms`, room, faults);
    room -= terms.length;
    found.push({ id, title: pack.output.title, kind: 'policy', terms });
    if (pack.output.marks === undefined) continue;
    const set = v.safeParse(marksSchema, pack.output.marks);
    if (set.success) marks.set(id, marksOf(set.output));
    else faults.push(placeOf(`${place}.marks`, pathOf(set.issues[0])));
  }
  const more = faults.length - MAX_FAULTS;
  return { packs: found, marks, faults: more > 0 ? [...faults.slice(0, MAX_FAULTS), `… +${more}`] : faults };
}

function marksOf({ sites, insideWords, locked, ...look }: v.InferOutput<typeof marksSchema>) {
  const rules = (patterns: readonly string[], isOn: boolean) => patterns.map((pattern) => ({ pattern, isOn }));
  const preset: PackPreferences = {
    ...NEW_PREFERENCES,
    ...look,
    insideWords: insideWords ? 'all' : [],
    sites: { base: sites.base, rules: [...rules(sites.on, true), ...rules(sites.off, false)] },
  };
  return { preset, isLocked: locked };
}

/** The terms of one pack, each headword once. Adds places of skipped values to the faults. */
function readTerms(terms: readonly unknown[], place: string, room: number, faults: string[]): PlainTerm[] {
  const sound = new Map<string, PlainTerm>();
  for (const [at, value] of terms.entries()) {
    if (sound.size >= room) {
      faults.push(`${place}[${at}–${terms.length - 1}]`);
      break;
    }
    const term = v.safeParse(termSchema, value);
    // The id is a hash of the headword, so that administrators assign none: a renamed term is a new one.
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
