/**
 * Declares what the benchmarks use of the packages they compare with, so that the compiler checks the benchmarks where
 * these packages are not installed. Where they are installed, these declarations still apply.
 */
declare module '@monyone/aho-corasick/fast' {
  export class AhoCorasick {
    constructor(terms: string[]);
    matchInText(text: string): { begin: number; end: number; keyword: string }[];
  }
}

declare module 'aho-corasick2' {
  export default class AhoCorasick {
    add(term: string): boolean;
    build_fail(): this;
    /** `matches` has the starts of each term. */
    search(text: string): { matches: Record<string, number[]> };
  }
}

declare module 'modern-ahocorasick/fast' {
  export default class AhoCorasick {
    constructor(terms: readonly string[]);
    search(text: string): { pattern: string; start: number; end: number }[];
  }
}

declare module '@leeoniya/ufuzzy' {
  export default class uFuzzy {
    constructor(options: { unicode?: boolean; interSplit?: string; intraMode?: 0 | 1 });
    search(haystack: string[], query: string, outOfOrder?: number, infoThreshold?: number): unknown;
  }
}

declare module 'flexsearch' {
  export const Charset: Record<'CJK', object>;
  export class Document {
    constructor(options: { document: { id: string; index: string[] }; tokenize: 'forward'; encoder: object });
    add(record: Record<string, string | number>): this;
    search(query: string, options: { limit: number }): unknown;
  }
}

declare module 'minisearch' {
  export default class MiniSearch {
    constructor(options: { fields: string[]; tokenize: (text: string) => string[] });
    addAll(records: readonly Record<string, string | number>[]): void;
    search(query: string, options: { prefix?: boolean; fuzzy?: number }): unknown[];
  }
}
