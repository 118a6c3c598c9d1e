/** Types of a pack, whatever its source. Data only: texts contain no markup, and there are no expressions. */
import type { MarkColour } from './mark-colours';
import type { Equivalent, TermSource, TermStatus } from './plain-term';
import type { Category, EnglishStatus, RelationType } from './vocabulary';

/** The script of the editors' texts, as a `lang`. Received texts are always `zh-Hans`. */
export type Script = 'zh-Hans' | 'zh-Hant';

/** A sentence of a bulletin. */
export interface Passage {
  /** For example `p2s1`. Unique in its bulletin, and never changes after publication. */
  id: string;
  text: string;
}

/** A bulletin. */
export interface Bulletin {
  id: string;
  title: string;
  /** `given`: by the editor, because the received text has no title. */
  titleStatus: 'received' | 'given';
  /** Script of the title; a given one is in that of the editors' texts. */
  titleScript: Script;
  signer: string;
  /** ISO date. */
  date: string;
  /** Null if it is not known. */
  originalUrl: string | null;
  /** A note about the received text, or null. */
  note: string | null;
  /** Script of the note. */
  script: Script;
  paragraphs: Passage[][];
}

/** A quotation. */
export interface Evidence {
  bulletin: string;
  /** A passage's id, or `signature`. */
  passage: string;
  /** Verbatim part of the passage. */
  quote: string;
  /** Range of the term in `quote`: half-open, in UTF-16 units. */
  emphasis: [start: number, end: number];
}

/** A source of what a definition says. */
export interface Fact {
  title: string;
  /** A year, a month or a day (ISO); null if unknown. */
  date: string | null;
  /** An https address; null where none is solid. */
  url: string | null;
}

/** A dated event of an entry. Dates are a year, a month or a day (ISO), as exact as known. */
export interface Moment {
  from: string;
  /** Last day, month or year of a span; null for a point in time. */
  to: string | null;
  /** The event, in a few words. */
  what: string;
  /** The passage with the date; null if the entry's definition has it. */
  passage: { bulletin: string; passage: string } | null;
}

/**
 * A term of a pack. Its features depend on the fields that are present, never on the kind of its pack; null, '' or an empty
 * list is a missing value.
 */
export interface Term {
  /** Unique in its pack: letters, digits and hyphens. */
  id: string;
  /** Script of all fields but evidence, English and `asWritten`; '' for any language. */
  script: Script | '';
  headword: string;
  /** The headword as the bulletin writes it, if `headword` is in another script. */
  asWritten: string | null;
  /** Words spaced, with tone marks. */
  pinyin: string;
  category: Category | null;
  short: string;
  long: string;
  english: { text: string; status: EnglishStatus } | null;
  /** As `PlainTerm` has it: never a definition. */
  translation: string;
  equivalents: readonly Equivalent[];
  /** Field of knowledge, in the author's words. */
  subject: string;
  /** How the term is used. */
  note: string;
  /** The author's statement about the use of the term. */
  status: TermStatus | null;
  /** The term to use in place of a deprecated one. */
  use: string;
  /** As `PlainTerm` has them; absent if false. */
  exactCase?: true;
  insideWords?: true;
  /** Date of the definition's state of knowledge: `2021-06` or `2021-06-11`. */
  asOf: string | null;
  /** In the editors' order. */
  when: Moment[];
  /** All spellings, the headword first. */
  forms: string[];
  evidence: readonly Evidence[];
  list: { title: string; items: string[]; source: string } | null;
  fullText: { title: string; text: string; source: string } | null;
  /** A sentence that names inferences in the definition. */
  inferred: string | null;
  /** `target` is the id of another term of the pack. */
  relations: { type: RelationType; target: string }[];
  /** Further reading, or the author's reference; an `url` may be ''. */
  reading: TermSource[];
  /** Sources of the definition besides the bulletins; absent if the editors name none. */
  facts?: Fact[];
  /** When the editors last checked the entry: a month or a day; absent if not since `asOf`. */
  updated?: string;
  /** Further keys of search. */
  keys: SearchKeys;
}

/** Keys derived by the compiler. Index `i` of the lists belongs to form `i`. */
export interface SearchKeys {
  /** One syllable, digit or letter for each character of the form, without tones: `['ke','xie','shi','da']`. */
  syllables: string[][];
  /** Forms with Chinese numerals as digits, if different: `科协10大`. */
  numerals: string[];
}

/**
 * The source of a pack: the extension, the reader, an organisation's policy, a file that the reader imported, or an address
 * that is followed.
 */
export type PackKind = 'bundled' | 'user' | 'policy' | 'imported' | 'followed';

/** A pack without its contents. */
export interface Manifest {
  /** Letters, digits and hyphens; the first part of entry names. */
  id: string;
  /** '' for the reader's own, which has a name in the interface. */
  title: string;
  kind: PackKind;
  /** Hash of the content, 16 hexadecimal digits: entry indexes are valid for it only. */
  revision: string;
  /** BCP 47; empty if not known. */
  languages: readonly string[];
  /** SPDX identifier, or the author's words; null if nothing is said. */
  licence: string | null;
  /** Whom to name when the pack is passed on, or null. */
  attribution: string | null;
  /** https address of a page about the pack, or null. */
  homepage: string | null;
  /** Where its editors receive reports (`editorsAddress`), or null. */
  contact: string | null;
  /** https address of its source; null without one. */
  origin: string | null;
  /** https address of its published site, with a slash at the end; null without one. Its pages have readers' addresses. */
  site: string | null;
  /** Number of terms. */
  count: number;
  /** Of its marks, as the reader chose; absent for that of all others. */
  colour?: MarkColour;
}

/** Terms and bulletins with their manifest. */
export interface Pack {
  manifest: Manifest;
  terms: readonly Term[];
  /** Oldest first. */
  bulletins: readonly Bulletin[];
  /** Spellings of letters for search, as in `FinderData.variants`. */
  variants: string;
}
