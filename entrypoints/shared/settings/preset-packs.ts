/**
 * Owns reading the packs an organisation presets: terms with their definitions, which the browser's policy carries whole,
 * so that nothing is fetched. What makes no sense is passed over and named by its place; the rest holds.
 */
import * as v from 'valibot';
import { MAX_PRESET_TERMS } from '../../../glossary/library/compile-own';
import type { PresetTerm } from '../../../glossary/library/own-entry';
import { contentHash } from '../../../glossary/pack/content-hash';
import { readerAddress } from '../../../glossary/reader-address';
import { visibleText } from '../../../glossary/visible-text';
import { ownTermSchema } from './settings';

/** As the reader is told of it. */
export interface PresetPack {
  id: string;
  title: string;
  /** Terms of it that are found. */
  count: number;
}

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
  /** Part of the ids of its entries (`presetEntryId`), by which readers mute them: it should not change. */
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,40}$/)),
  title: titleSchema,
  terms: v.array(v.unknown()),
});

const termSchema = v.strictObject({
  ...ownTermSchema.entries,
  forms: v.optional(ownTermSchema.entries.forms, []),
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

export interface PresetPacks {
  packs: readonly PresetPack[];
  /** Of all packs, in their order: at most `MAX_PRESET_TERMS`. */
  terms: readonly PresetTerm[];
  /** Places that make no sense, as paths: `packs[0].terms[3].definition`. */
  faults: readonly string[];
}

/** @param packs what stands under that name in the policy, as it is; undefined for nothing. */
export function readPresetPacks(packs: unknown): PresetPacks {
  const faults: string[] = [];
  const found: PresetPack[] = [];
  const terms: PresetTerm[] = [];
  if (packs !== undefined && !Array.isArray(packs)) faults.push('packs');
  const list: unknown[] = Array.isArray(packs) ? packs : [];
  for (const [at, value] of list.entries()) {
    const place = `packs[${at}]`;
    const pack = v.safeParse(packSchema, value);
    if (!pack.success || found.some(({ id }) => id === pack.output.id)) {
      faults.push(placeOf(place, pack.success ? 'id' : pathOf(pack.issues[0])));
      continue;
    }
    const sound = readTerms(pack.output, `${place}.terms`, MAX_PRESET_TERMS - terms.length, faults);
    terms.push(...sound);
    found.push({ id: pack.output.id, title: pack.output.title, count: sound.length });
  }
  const more = faults.length - MAX_FAULTS;
  return { packs: found, terms, faults: more > 0 ? [...faults.slice(0, MAX_FAULTS), `… +${more}`] : faults };
}

/** The terms of one pack, each headword once. Notes the places of what is passed over. */
function readTerms(
  pack: v.InferOutput<typeof packSchema>,
  place: string,
  room: number,
  faults: string[],
): PresetTerm[] {
  const sound = new Map<string, PresetTerm>();
  for (const [at, value] of pack.terms.entries()) {
    if (sound.size >= room) {
      faults.push(`${place}[${at}–${pack.terms.length - 1}]`);
      break;
    }
    const term = v.safeParse(termSchema, value);
    // By its headword, so that nobody has to number terms: a term that is called otherwise is another.
    const id = term.success ? `${pack.id}-${contentHash(term.output.headword)}` : '';
    if (!term.success || sound.has(id)) {
      faults.push(placeOf(`${place}[${at}]`, term.success ? 'headword' : pathOf(term.issues[0])));
      continue;
    }
    const { source, ...words } = term.output;
    sound.set(id, { id, ...words, pack: pack.title, source: source ?? null });
  }
  return [...sound.values()];
}

function pathOf(issue: v.BaseIssue<unknown>): string | null {
  return v.getDotPath(issue);
}

function placeOf(place: string, field: string | null): string {
  return field === null ? place : `${place}.${field}`;
}
