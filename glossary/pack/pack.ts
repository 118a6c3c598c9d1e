/** The shape of a pack, whatever its source. Data only: text is text, never markup, and no expression. */
import type { Category, EnglishStatus, RelationType } from './vocabulary';

/** The script of words the editors wrote, as the value of `lang`. What was received is `zh-Hans` in every pack. */
export type Script = 'zh-Hans' | 'zh-Hant';

export interface Passage {
  /** Never changes once published, for example `p2s1`. Unique in its bulletin. */
  id: string;
  text: string;
}

export interface Bulletin {
  id: string;
  title: string;
  /** `given`: the received text has no title, the editor's stands for it. */
  titleStatus: 'received' | 'given';
  /** Of the title: one that is given is in the script of its editors. */
  titleScript: Script;
  signer: string;
  /** ISO date. */
  date: string;
  /** Null: nobody has found it yet. */
  originalUrl: string | null;
  /** What a reader should know of the received text, or null. */
  note: string | null;
  /** Of the note. */
  script: Script;
  paragraphs: Passage[][];
}

export interface Evidence {
  bulletin: string;
  /** A passage's id, or `signature`. */
  passage: string;
  /** Verbatim part of the passage. */
  quote: string;
  /** Where the term stands in `quote`: half-open, UTF-16 units. */
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

/** Something that happened to what an entry explains. Dates are a year, a month or a day (ISO), as exact as is known. */
export interface Moment {
  from: string;
  /** Last day, month or year of a span; null for a point in time. */
  to: string | null;
  /** What happened, in a few words. */
  what: string;
  /** The passage that says so; null where the entry's own definition does. */
  passage: { bulletin: string; passage: string } | null;
}

/**
 * One thing a pack explains. What a term can do follows from the fields that are present, never from the kind of its
 * pack: null, '' or an empty list stands for what its author did not give.
 */
export interface Term {
  /** Unique in its pack: letters, digits and hyphens. */
  id: string;
  /** Of all fields but evidence, English and `asWritten`; '' if the author may have written in any language. */
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
  /** `2021-06` or `2021-06-11`: the state of knowledge the definition gives. */
  asOf: string | null;
  /** In the editors' order. */
  when: Moment[];
  /** All spellings, the headword first. */
  forms: string[];
  evidence: readonly Evidence[];
  list: { title: string; items: string[]; source: string } | null;
  fullText: { title: string; text: string; source: string } | null;
  /** What in the definition is an inference, as a sentence. */
  inferred: string | null;
  /** `target` is the id of another term of the pack. */
  relations: { type: RelationType; target: string }[];
  /** Pages to read on, or what the definition rests on; an `url` may be ''. */
  reading: { title: string; url: string }[];
  /** What the definition rests on besides the bulletins; absent if the editors name nothing. */
  facts?: Fact[];
  /** When the editors last checked the entry: a month or a day; absent if not since `asOf`. */
  updated?: string;
  /** What search looks in besides the text above. */
  keys: SearchKeys;
}

/** Derived by the compiler, so that no dictionary has to be shipped. Index `i` of the lists stands for form `i`. */
export interface SearchKeys {
  /** One syllable, digit or letter group a character of the form, without tones: `['ke','xie','shi','da']`. */
  syllables: string[][];
  /** Forms with Chinese numerals as digits, where that differs: `科协10大`. */
  numerals: string[];
}

/** Whoever a pack is from: shipped with the extension, made by the reader, or brought by an organisation's policy. */
export type PackKind = 'bundled' | 'user' | 'policy';

/** What is known of a pack without its terms. */
export interface Manifest {
  /** Letters, digits and hyphens; names the pack in the names of its entries. */
  id: string;
  /** '' for the reader's own, which the interface names. */
  title: string;
  kind: PackKind;
  /** Hash of the content, 16 hexadecimal digits: entry indexes are valid for it only. */
  revision: string;
  /** BCP 47; empty if not known. */
  languages: readonly string[];
  /** SPDX identifier, or null if nothing is said. */
  licence: string | null;
  /** https address the pack came from; null for one that came from no address. */
  origin: string | null;
  /** Number of terms. */
  count: number;
}

/** Terms with their manifest, and what they rest on. */
export interface Pack {
  manifest: Manifest;
  terms: readonly Term[];
  /** Oldest first. */
  bulletins: readonly Bulletin[];
  /** Pairs of a letter as readers may type it and the folded letter; see `FinderData.variants`. */
  variants: string;
}
