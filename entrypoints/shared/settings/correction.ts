/** A correction: the reader states that a mark does not mean its entry. It is stored with the sentence of the mark. */
import * as v from 'valibot';
import { MAX_SENTENCE } from '../../../glossary/formats/sentence-around';
import { ENTRY_NAME } from '../../../glossary/library/entry-name';

/** Where the entry is not marked any more: in this document as long as it is open, on the site, or anywhere. */
export const CORRECTION_SCOPES = ['page', 'site', 'everywhere'] as const;
export type CorrectionScope = (typeof CORRECTION_SCOPES)[number];

/** Limit of corrections. Sentences and all, they take less than 250 kB. */
export const MAX_CORRECTIONS = 200;

const offset = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_SENTENCE));
const sentence = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_SENTENCE));
const isPlaceIn = ({ text, start, end }: { text: string; start: number; end: number }) =>
  start < end && end <= text.length;

/** A sentence of a page, and the marked place in it. */
export const quoteSchema = v.pipe(
  v.strictObject({ text: sentence, start: offset, end: offset }),
  v.check((quote) => isPlaceIn(quote)),
);

/** The site is stored for a correction of that scope only, and never an address. */
export const correctionSchema = v.pipe(
  v.strictObject({
    entry: v.pipe(v.string(), v.regex(ENTRY_NAME)),
    scope: v.picklist(CORRECTION_SCOPES),
    /** As `siteOf`. */
    site: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(270))),
    text: sentence,
    start: offset,
    end: offset,
  }),
  v.check((quote) => isPlaceIn(quote)),
  v.check(({ scope, site }) => (scope === 'site') === (site !== undefined), 'a site belongs to the scope `site`'),
);

export type Correction = v.InferOutput<typeof correctionSchema>;
