/** A text run: the text of consecutive inline nodes of a block as one string, mapped back to nodes and offsets. */
import { firstIndex } from '../../glossary/find/bisect';
import { type Block, isConnected, isText } from './dom';

/** A text node's share of a text run: its data begins at `start` of the run's text. Lengths in UTF-16 units. */
interface Part {
  node: Text;
  start: number;
  length: number;
}

/** Immutable: when the page changes, its block is read again into new text runs. Offsets are UTF-16 units. */
export class TextRun {
  /** The block the text belongs to. */
  readonly block: Block;
  readonly text: string;
  #parts: readonly Part[] | null;

  /** @param parts null where the text is that of all text nodes of the block: they are looked up on first use. */
  constructor(block: Block, text: string, parts: readonly Part[] | null) {
    this.block = block;
    this.text = text;
    this.#parts = parts;
  }

  get parts(): readonly Part[] {
    this.#parts ??= [...eachPartOf(this.block)];
    return this.#parts;
  }

  /** The node by which text runs are ordered: the first text node, or the block if the run is all its text. */
  get anchor(): Node {
    return this.#parts?.[0]?.node ?? this.block;
  }

  /** The DOM range of `[start, end)` of the text, in text nodes and offsets in them. Null for a range outside any node. */
  boundsOf(start: number, end: number): StaticRangeInit | null {
    const parts = this.#partsIn(start, end);
    const [first, last] = [parts[0], parts.at(-1)];
    if (!first || !last) return null;
    return {
      startContainer: first.node,
      startOffset: Math.max(0, start - first.start),
      endContainer: last.node,
      endOffset: Math.min(last.length, end - last.start),
    };
  }

  /** The text nodes that hold `[start, end)`. Reads no further than these and caches nothing. */
  nodesOf(start: number, end: number): Text[] {
    const nodes: Text[] = [];
    for (const part of this.#parts ? this.#partsIn(start, end) : eachPartOf(this.block)) {
      if (part.start >= end) break;
      if (start < part.start + part.length) nodes.push(part.node);
    }
    return nodes;
  }

  /** Offset in the text of `offset` in `node`, or -1 if the node is not part of the run. */
  offsetOf(node: Text, offset: number): number {
    const part = this.parts.find((item) => item.node === node);
    return part ? part.start + Math.min(offset, part.length) : -1;
  }

  /** Whether the nodes under `[start, end)` are still in the page and still hold that text. */
  isIntact(start: number, end: number): boolean {
    return this.#partsIn(start, end).every((part) => {
      const from = Math.max(start, part.start);
      const to = Math.min(end, part.start + part.length);
      return (
        isConnected(part.node) && part.node.data.slice(from - part.start, to - part.start) === this.text.slice(from, to)
      );
    });
  }

  /** The parts under `[start, end)`. Logarithmic: a text may have tens of thousands of parts. */
  #partsIn(start: number, end: number): readonly Part[] {
    const { parts } = this;
    const isEndAfter = ({ start: from, length }: Part) => from + length > start;
    const first = firstIndex(parts.length, (i) => isEndAfter(parts[i] as Part)); // `i` is below the length.
    return parts.slice(
      first,
      firstIndex(parts.length, (i) => (parts[i] as Part).start >= end),
    );
  }
}

function* eachPartOf(block: Block): Generator<Part> {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);
  let start = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!isText(node)) continue;
    const { length } = node;
    if (length > 0) yield { node, start, length };
    start += length;
  }
}

/** Collects the parts of a text run in document order. */
export class TextRunBuilder {
  #parts: Part[] = [];
  #text = '';

  addNode(node: Text): void {
    const { data } = node;
    // Leading white space carries no text: between two blocks there is nothing else.
    if (data === '' || (this.#text === '' && isBlank(data))) return;
    this.#parts.push({ node, start: this.#text.length, length: data.length });
    this.#text = this.#text === '' ? data : this.#text + data;
  }

  /** Adds a character for a break or an object between the nodes. */
  addMark(unit: string): void {
    if (this.#text !== '') this.#text += unit;
  }

  /** Returns the text run so far, or null if there is none, and starts a new one. */
  build(block: Block): TextRun | null {
    if (this.#text === '') return null;
    const run = new TextRun(block, this.#text, this.#parts);
    this.#parts = [];
    this.#text = '';
    return run;
  }
}

/** Whether a text has nothing but white space. */
export function isBlank(text: string): boolean {
  return !/\S/.test(text);
}
