/** Types of terms as their author wrote them, and of the manifest of their pack. Texts contain no markup. */

/** The author's statement about the use of a term. */
export const TERM_STATUSES = ['preferred', 'admitted', 'deprecated'] as const;
export type TermStatus = (typeof TERM_STATUSES)[number];

/** The headword in another language. */
export interface Equivalent {
  /** BCP 47. */
  language: string;
  text: string;
}

/** The source of a term. Parts that are not known are '' or absent. */
export interface TermSource {
  title: string;
  /** https address. */
  url: string;
  /** Verbatim. */
  quote?: string;
  /** A year, a month or a day (ISO). */
  date?: string;
}

/** A term as its author wrote it. A field that the author did not give is absent, or '' where it is required. */
export interface PlainTerm {
  /** Unique in its pack: letters, digits and hyphens. */
  id: string;
  headword: string;
  /** Other spellings, without the headword, each once. */
  forms: readonly string[];
  /** The first line is the short definition, the others are the long one. */
  definition: string;
  /** In the pack's second language. A translation is no definition and never stands in its place. */
  translation?: string;
  /** Translations into other languages, and further ones into the pack's second. */
  equivalents?: readonly Equivalent[];
  pinyin?: string;
  subject?: string;
  note?: string;
  source?: TermSource | null | undefined;
  status?: TermStatus;
  /** The term to use in place of a deprecated one. */
  use?: string;
  /** True: upper and lower case of the forms count. */
  exactCase?: boolean;
  /** True: found inside longer words as well. Latin forms are always whole words. */
  insideWords?: boolean;
}

/** The manifest of a list. All but `id` and `title` may be absent. */
export interface PackAbout {
  /** Letters, digits and hyphens. */
  id: string;
  title: string;
  /** BCP 47: that of the headwords, then that of the translations. */
  languages?: readonly string[];
  /** As its author counts; any text. */
  revision?: string;
  /** SPDX identifier, or the words of the author. */
  licence?: string;
  /** Whom to name when the pack is passed on. */
  attribution?: string;
  /** https address. */
  homepage?: string;
  /** Where its editors receive reports: a `mailto:` or https address, as `editorsAddress` normalises it. */
  contact?: string;
}

/** A list of terms with its manifest: the content that files are read into and written from. */
export interface PackContent extends PackAbout {
  terms: readonly PlainTerm[];
}

/** Upper bounds of a pack, in UTF-16 units where they bound text. */
export const PACK_LIMITS = {
  terms: 100_000,
  /** Headword or form: bounds what the finder may walk from one position. */
  form: 64,
  forms: 32,
  /** Definition, note and quotation. */
  text: 4_000,
  /** Fields of one line: translation, pinyin, subject, titles, licence. */
  line: 400,
  equivalents: 64,
  url: 2_048,
  id: 64,
} as const;
