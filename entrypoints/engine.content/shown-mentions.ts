/**
 * Owns which mentions of the page are marked, by the reader's options. The index keeps all of them; nothing of the text
 * is read again when the options change.
 */
import type { EntryIndex, Mention } from '../../glossary/pack/finder-data';
import { DEFAULT_PAGE_OPTIONS, isFirst, type PageOptions, worthMarks } from './choose-shown';
import { isContinuous } from './continuity';
import { elementOf, isElement, isShadowRoot, parentOf } from './dom';
import type { Flow } from './flow';
import { Sections } from './sections';

/** Share of the time that deciding anew which mention is the first may take. */
const MAX_SHARE = 1 / 30;

const { checkVisibility } = Element.prototype;
const BY_STYLE = { visibilityProperty: true, opacityProperty: true };

/** Says which mentions can be seen, as things stand: what holds one is asked once. */
class Eye {
  readonly #isVisible = new Map<Node, boolean>();

  sees(flow: Flow, mention: Mention): boolean {
    return (
      flow.nodesOf(mention.start, mention.end).every((node) => this.#isIn(parentOf(node))) &&
      isContinuous(flow, mention)
    );
  }

  #isIn(parent: Node | null): boolean {
    if (!parent || !(isElement(parent) || isShadowRoot(parent))) return false;
    const known = this.#isVisible.get(parent) ?? checkVisibility.call(elementOf(parent), BY_STYLE);
    this.#isVisible.set(parent, known);
    return known;
  }
}

/** What is known of the page's text (`PageIndex`). */
interface TextIndex {
  mentionsOf(flow: Flow): readonly Mention[];
  flowsInOrder(): Iterable<Flow>;
}

export class ShownMentions {
  readonly #index: TextIndex;
  #options = DEFAULT_PAGE_OPTIONS;
  /** The firsts of their section or page; null where every mention is shown. */
  #firsts: Set<Mention> | null = null;
  #earliest = 0;

  constructor(index: TextIndex) {
    this.#index = index;
  }

  /** Takes other options. All flows are to be marked anew. */
  take(options: PageOptions): void {
    this.#options = options;
    this.#firsts = null;
    if (options.density !== 'every') this.decide();
  }

  /** Whether what is shown of one flow depends on the others. */
  get isRelative(): boolean {
    return this.#options.density !== 'every';
  }

  /** How long `decide` should be put off, so that it takes little of the time, in ms. */
  get waitMs(): number {
    return Math.max(0, this.#earliest - performance.now());
  }

  of(flow: Flow): readonly Mention[] {
    const worth = worthMarks(this.#index.mentionsOf(flow), this.#options);
    const firsts = this.#firsts;
    return firsts ? worth.filter((mention) => firsts.has(mention)) : worth;
  }

  /** Decides anew which mentions are the first. Goes through all flows. @returns those of which others are shown now. */
  decide(): Flow[] {
    const begin = performance.now();
    const before = this.#firsts;
    const firsts = new Set<Mention>();
    const sections = this.#options.density === 'section' ? new Sections() : null;
    const page = {};
    const met = new Map<object, Set<EntryIndex>>();
    const eye = new Eye();
    const changed: Flow[] = [];
    for (const flow of this.#index.flowsInOrder()) {
      const worth = worthMarks(this.#index.mentionsOf(flow), this.#options);
      if (worth.length === 0) continue;
      const key = sections?.of(flow) ?? page;
      const entries = met.get(key) ?? new Set();
      met.set(key, entries);
      for (const mention of worth) {
        // The first the reader can see: not one in a folded menu, nor one that is not marked.
        if (!entries.has(mention.senses[0].entry) && eye.sees(flow, mention) && isFirst(mention, entries)) {
          firsts.add(mention);
        }
      }
      if (worth.some((mention) => before?.has(mention) !== firsts.has(mention))) changed.push(flow);
    }
    this.#firsts = firsts;
    const end = performance.now();
    this.#earliest = end + (end - begin) / MAX_SHARE;
    return changed;
  }
}
