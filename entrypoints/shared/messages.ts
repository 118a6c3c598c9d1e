/**
 * Owns what passes between the contexts of the extension: one contract a message.
 * A tab may be compromised: the background parses every request by these schemas and offers no verb
 * that fetches an address or writes a pack.
 */
import * as v from 'valibot';
import { ENTRY_NAME } from '../../glossary/library/entry-name';
import type { Entry } from '../../glossary/library/library';
import { MAX_SEGMENTS, SEGMENT_SIZE } from '../../glossary/pack/finder-data';
import type { Bulletin } from '../../glossary/pack/pack';
import type { RelationType } from '../../glossary/pack/vocabulary';
import type { Words } from './language/words';
import { MARK_COLOURS, MARK_SHOWS, MARK_STRENGTHS, MARK_STYLES } from './settings/page-settings';

const entryIndex = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_SEGMENTS * SEGMENT_SIZE));
/** As `FinderData.revisions`. */
const revisions = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^([0-9a-f]{16})?$/))),
  v.maxLength(MAX_SEGMENTS),
  v.readonly(),
);
const entryName = v.pipe(v.string(), v.regex(ENTRY_NAME));
const anchor = v.pipe(v.string(), v.maxLength(100), v.regex(/^[a-z0-9-]+$/));
const highlightName = v.pipe(v.string(), v.regex(/^[a-z]{12}$/));
const marksLook = v.strictObject({
  style: v.picklist(MARK_STYLES),
  colour: v.picklist(MARK_COLOURS),
  strength: v.picklist(MARK_STRENGTHS),
  show: v.picklist(MARK_SHOWS),
});

/** Tab to background. */
export const requestSchema = v.variant('type', [
  /**
   * Style the two highlights of the sender's frame, in place of the look they had; null at first. Their names are random,
   * the rules are the background's own.
   */
  v.strictObject({
    type: v.literal('marks.style'),
    mention: highlightName,
    current: highlightName,
    look: marksLook,
    before: v.nullable(marksLook),
  }),
  /**
   * The terms of the sender's frame changed: the number on the toolbar button may be another. Pages of ours that list the
   * tab's terms hear it too; `frame` tells them whether it is one they know, as in `PageTerms`.
   */
  v.strictObject({ type: v.literal('terms.changed'), frame: v.pipe(v.string(), v.maxLength(40)) }),
  /** Put the engine's code into the sender's frame: its text may hold a term. */
  v.strictObject({ type: v.literal('engine.load') }),
  /** The words of the language the reader chose, which a tab cannot read. */
  v.strictObject({ type: v.literal('words.get') }),
  /** Put the card's code into the sender's frame. */
  v.strictObject({ type: v.literal('card.load') }),
  /** What the card shows for these entries of packs of these revisions. */
  v.strictObject({
    type: v.literal('entries.get'),
    revisions,
    entries: v.pipe(v.array(entryIndex), v.minLength(1), v.maxLength(8)),
  }),
  /** The site (`siteOf`) the reader sees in the address bar, for a frame that cannot know it; null where there is none. */
  v.strictObject({ type: v.literal('site.host') }),
  /** Open the bundled bulletin at a passage, in a new tab beside the sender's. */
  v.strictObject({ type: v.literal('bulletin.open'), bulletin: anchor, passage: anchor }),
  /** Open the glossary at an entry, or the options at a term of the reader's own, in a new tab beside the sender's. */
  v.strictObject({ type: v.literal('glossary.open'), entry: entryName }),
  /** Mark no mention of the entry any more, or mark them again. Fails with `private` in a private window. */
  v.strictObject({ type: v.literal('term.mute'), entry: entryName, isMuted: v.boolean() }),
  /** Turn the site of the sender's own tab on or off. Fails with `private` in a private window. */
  v.strictObject({ type: v.literal('site.turn'), isOn: v.boolean() }),
]);

export type Request = v.InferOutput<typeof requestSchema>;
export type RequestType = Request['type'];

/** Where a quotation comes from, as far as the card shows it. */
export type SourceLine = Pick<Bulletin, 'id' | 'title' | 'titleScript' | 'signer' | 'date'>;

/** An entry that another belongs with. */
export interface RelatedEntry {
  type: RelationType;
  index: number;
  id: string;
  /** Of the headword, as a `lang`. */
  script: string;
  headword: string;
}

/** An entry with the bulletins it quotes, and what it belongs with. */
export interface EntryWithSources {
  entry: Entry;
  sources: SourceLine[];
  related: RelatedEntry[];
}

export interface Responses {
  'marks.style': null;
  'terms.changed': null;
  'engine.load': null;
  /** Null where the browser's own hold. */
  'words.get': Words | null;
  /** The same words. */
  'card.load': Words | null;
  'entries.get': EntryWithSources[];
  'site.host': string | null;
  'bulletin.open': null;
  'glossary.open': null;
  'term.mute': null;
  'site.turn': null;
}

/** Name of the port by which a page of ours asks the frames of a tab for their terms, and hears of changes. */
export const PAGE_PORT = 'page-terms';

/**
 * As `PAGE_PORT`, for who wants to know only which terms there are: in no order, each as if mentioned once. To put the
 * mentions of a long page in order takes its time.
 */
export const BRIEF_PAGE_PORT = 'page-terms-brief';

/** A frame's terms, sent over `PAGE_PORT` when it opens and whenever they change. */
export const pageTermsSchema = v.strictObject({
  revisions,
  /** Tells the frames of a tab apart; random a document. */
  frame: v.string(),
  /** Whether it is to be marked; null while it does not know yet. */
  isOn: v.nullable(v.boolean()),
  /** Whether the reader has its marks hidden for now. */
  isHidden: v.boolean(),
  /** In the order of their first mention on the page (over `BRIEF_PAGE_PORT` in none). */
  terms: v.array(v.strictObject({ entry: entryIndex, count: v.number() })),
});

export type PageTerms = v.InferOutput<typeof pageTermsSchema>;

/** What a page of ours says over `PAGE_PORT`: the frame of that name shows mention `nth` (from 0) of an entry. */
export interface GoMessage {
  frame: string;
  entry: number;
  nth: number;
}
