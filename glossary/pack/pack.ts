/** Owns the shape of a compiled pack: what the background, the pages and the card read. Data only: text is text, never markup. */
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

export interface Entry {
  id: string;
  /** Of all fields but evidence, English and `asWritten`. */
  script: Script;
  headword: string;
  /** The headword as the bulletin writes it, where `headword` is in another script; null where it is the same. */
  asWritten: string | null;
  /** Words spaced, with tone marks. */
  pinyin: string;
  category: Category;
  short: string;
  long: string;
  english: { text: string; status: EnglishStatus };
  /** `2021-06` or `2021-06-11`: the state of knowledge the definition gives. */
  asOf: string;
  /** In the editors' order; empty where no date is sure. */
  when: Moment[];
  /** All spellings, the headword first. */
  forms: string[];
  evidence: [Evidence, ...Evidence[]];
  list: { title: string; items: string[]; source: string } | null;
  fullText: { title: string; text: string; source: string } | null;
  /** What in the definition is an inference, as a sentence; null where nothing is. */
  inferred: string | null;
  relations: { type: RelationType; target: string }[];
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

export interface Pack {
  /** Hash of the content: names the entry indexes. */
  revision: string;
  entries: Entry[];
  /** Oldest first. */
  bulletins: Bulletin[];
  /** Pairs of a letter as readers may type it and the folded letter; see `FinderData.variants`. */
  variants: string;
}

/**
 * What is found, listed and explained: an entry of a pack, or a term of the reader's own or of their organisation's, which
 * has no bulletin to rest on.
 */
export interface AnyEntry extends Omit<Entry, 'script' | 'category' | 'english' | 'asOf' | 'evidence'> {
  /** Empty where it is not known: the reader's own words may be in any language. */
  script: Script | '';
  category: Category | 'own' | 'preset';
  english: Entry['english'] | null;
  asOf: string | null;
  evidence: readonly Evidence[];
  /** Title of the organisation's pack it is from; null or left out for others. */
  presetBy?: string | null;
}

/** A pack with the reader's own terms and their organisation's after its entries. */
export interface ReaderPack extends Omit<Pack, 'entries'> {
  entries: readonly AnyEntry[];
}
