/**
 * Contracts of messages between tabs, background and extension pages. A tab may be compromised: the background parses every
 * request by these schemas, and no request fetches an address or writes a pack.
 */
import * as v from 'valibot';
import { ENTRY_NAME } from '../../glossary/library/entry-name';
import { MAX_IMPORTED_PACKS } from '../../glossary/library/imported-packs';
import type { Entry } from '../../glossary/library/library';
import { MAX_SEGMENTS, SEGMENT_SIZE } from '../../glossary/pack/finder-data';
import { MARK_COLOURS } from '../../glossary/pack/mark-colours';
import type { Bulletin } from '../../glossary/pack/pack';
import type { RelationType } from '../../glossary/pack/vocabulary';
import type { Words } from './language/words';
import type { PackLook } from './page/pack-marks';
import { reportKind, reportReason } from './report-draft';
import { CORRECTION_SCOPES, quoteSchema } from './settings/correction';
import { MARK_SHOWS, MARK_STRENGTHS, MARK_STYLES } from './settings/page-settings';

const entryIndex = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_SEGMENTS * SEGMENT_SIZE));
/** As `FinderData.revisions`. */
const revisions = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^([0-9a-f]{16})?$/))),
  v.maxLength(MAX_SEGMENTS),
  v.readonly(),
);
const entryName = v.pipe(v.string(), v.regex(ENTRY_NAME));
const anchor = v.pipe(v.string(), v.maxLength(100), v.regex(/^[A-Za-z0-9-]+$/));
/** Of the bundled pack its id, of another `packId/bulletinId`. */
const bulletinName = v.pipe(v.string(), v.maxLength(140), v.regex(/^[A-Za-z0-9-]+(?:\/[A-Za-z0-9-]+)?$/));
const highlightName = v.pipe(v.string(), v.regex(/^[a-z]{12}$/));
const marksLook = v.strictObject({
  style: v.picklist(MARK_STYLES),
  colour: v.picklist(MARK_COLOURS),
  strength: v.picklist(MARK_STRENGTHS),
  show: v.picklist(MARK_SHOWS),
});

/** Requests from a tab to the background. */
export const requestSchema = v.variant('type', [
  /**
   * Inserts the style of the highlights of the sender's frame, and removes that of `before` (null at first). The tab names
   * the highlights; the background writes the rules.
   */
  v.strictObject({
    type: v.literal('marks.style'),
    mention: highlightName,
    next: highlightName,
    lined: highlightName,
    linedNext: highlightName,
    clear: highlightName,
    current: highlightName,
    currentClear: highlightName,
    look: marksLook,
    /** Colours that packs have of their own, whose highlights are named by the colour behind the name. */
    colours: v.pipe(v.array(v.picklist(MARK_COLOURS)), v.maxLength(MARK_COLOURS.length)),
    before: v.nullable(marksLook),
  }),
  /**
   * The terms of the sender's frame changed. The background updates the badge; extension pages that list the tab's terms
   * receive the message as well, and know the frame by `frame`, as in `PageTerms`.
   */
  v.strictObject({ type: v.literal('terms.changed'), frame: v.pipe(v.string(), v.maxLength(40)) }),
  /** The reader points at a mention of an entry of the page: the side panel shows it. */
  v.strictObject({ type: v.literal('term.pointed'), entry: entryIndex }),
  /** Injects the engine into the sender's frame. */
  v.strictObject({ type: v.literal('engine.load') }),
  /** Requests the messages of the chosen language. */
  v.strictObject({ type: v.literal('words.get') }),
  /** Injects the card's script into the sender's frame. */
  v.strictObject({ type: v.literal('card.load') }),
  /** Requests entries of packs with these revisions, for a card. */
  v.strictObject({
    type: v.literal('entries.get'),
    revisions,
    entries: v.pipe(v.array(entryIndex), v.minLength(1), v.maxLength(8)),
  }),
  /** Requests the tables of imported packs that are on, by id. */
  v.strictObject({
    type: v.literal('packs.tables'),
    packs: v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.minLength(1), v.maxLength(MAX_IMPORTED_PACKS)),
  }),
  /**
   * Requests the place (`placeOf`) of the tab, which a frame of another site cannot read: only the site, unless a rule has a
   * path.
   */
  v.strictObject({ type: v.literal('site.place') }),
  /** Opens a bulletin at a passage, in a new tab beside the sender's. */
  v.strictObject({ type: v.literal('bulletin.open'), bulletin: bulletinName, passage: anchor }),
  /** Opens an entry in the glossary, or a term of the reader's own in the options, in a new tab beside the sender's. */
  v.strictObject({ type: v.literal('glossary.open'), entry: entryName }),
  /** Mutes or unmutes an entry. Fails with `private` in a private window. */
  v.strictObject({ type: v.literal('term.mute'), entry: entryName, isMuted: v.boolean() }),
  /**
   * Adds or removes a correction: the entry is not meant at the place of the quotation. On the site of the sender's tab, or
   * everywhere, the entry is muted as well; in the sender's document, the engine does that. Fails with `private` in a private
   * window.
   */
  v.strictObject({
    type: v.literal('term.correct'),
    entry: entryName,
    scope: v.picklist(CORRECTION_SCOPES),
    quote: quoteSchema,
    isOn: v.boolean(),
  }),
  /**
   * Opens a report to the editors of the entry's pack, in a new tab beside the sender's. Nothing is sent. Fails with `private`
   * in a private window, whose text must not get into another.
   */
  v.strictObject({
    type: v.literal('report.open'),
    kind: reportKind,
    entry: entryName,
    quote: quoteSchema,
    reason: reportReason,
  }),
  /** Shows on the toolbar button whether the sender's page is on. */
  v.strictObject({ type: v.literal('site.button'), isOn: v.boolean() }),
  /** Turns the site of the sender's tab on or off. Fails with `private` in a private window. */
  v.strictObject({ type: v.literal('site.setEnabled'), isOn: v.boolean() }),
]);

export type Request = v.InferOutput<typeof requestSchema>;
export type RequestType = Request['type'];

/** The bulletin of a quotation, as shown on the card. */
export type SourceLine = Pick<
  Bulletin,
  'id' | 'title' | 'titleStatus' | 'titleScript' | 'signer' | 'date' | 'originalUrl'
>;

/** An entry related to another. */
export interface RelatedEntry {
  type: RelationType;
  index: number;
  id: string;
  /** Of the headword, as a `lang`. */
  script: string;
  headword: string;
}

/** The tables of an imported pack, as `writeTables` wrote them. */
export interface PackTablesText {
  segment: number;
  revision: string;
  look: PackLook;
  /** Base64: in Chromium messages are JSON. */
  tables: string;
}

/** An entry with the bulletins it quotes and its related entries. */
export interface EntryWithSources {
  entry: Entry;
  sources: SourceLine[];
  related: RelatedEntry[];
}

/** The value of a successful response, by request. */
export interface Responses {
  'marks.style': null;
  'terms.changed': null;
  'term.pointed': null;
  'engine.load': null;
  /** Null if the browser's messages are used. */
  'words.get': Words | null;
  /** The same words. */
  'card.load': Words | null;
  'entries.get': EntryWithSources[];
  /** Those that are there, in the reader's order. */
  'packs.tables': PackTablesText[];
  /** Null for a tab without a site. */
  'site.place': string | null;
  'site.button': null;
  'bulletin.open': null;
  'glossary.open': null;
  'term.mute': null;
  'term.correct': null;
  'report.open': null;
  'site.setEnabled': null;
}

/** Name of the port by which an extension page receives the terms of a tab's frames, and their changes. */
export const PAGE_PORT = 'page-terms';

/**
 * Name of a port like `PAGE_PORT` for terms without order and counts, because sorting the mentions of a long page takes
 * time.
 */
export const BRIEF_PAGE_PORT = 'page-terms-brief';

/** A frame's terms, sent over `PAGE_PORT` when it opens and whenever they change. */
export const pageTermsSchema = v.strictObject({
  revisions,
  /** Random name of the document. */
  frame: v.string(),
  /** Whether it is marked; null while that is unknown. */
  isOn: v.nullable(v.boolean()),
  /** Whether the reader has hidden its marks. */
  isHidden: v.boolean(),
  /** In the order of their first mention; unordered over `BRIEF_PAGE_PORT`. */
  terms: v.array(v.strictObject({ entry: entryIndex, count: v.number() })),
});

export type PageTerms = v.InferOutput<typeof pageTermsSchema>;

/** From an extension page over `PAGE_PORT`: the frame of that name shows mention `nth` (from 0) of an entry. */
export interface GoMessage {
  frame: string;
  entry: number;
  nth: number;
}
