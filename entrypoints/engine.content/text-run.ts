/** Owns a text run: the text of consecutive inline nodes of one block as one string, with the way back to nodes and offsets. */
import { firstWhere } from '../../glossary/find/first-where';
import { type Block, isConnected, isText } from './dom';

/** A text node's share of a text run: its data begins at `start` of the text run's text. */
interface Part {
  node: Text;
  start: number;
  length: number;
}

export class TextRun {
  /** The block the text belongs to. */
  readonly block: Block;
  readonly text: string;
  #parts: readonly Part[] | null;

  /** @param parts null where the text is that of all text nodes of the block: they are looked up when asked for. */
  constructor(block: Block, text: string, parts: readonly Part[] | null) {
    this.block = block;
    this.text = text;
    this.#parts = parts;
  }

  get parts(): readonly Part[] {
    this.#parts ??= [...eachPartOf(this.block)];
    return this.#parts;
  }

  /** Stands for the text run's place among others: its first node, or the block it is all the text of. */
  get anchor(): Node {
    return this.#parts?.[0]?.node ?? this.block;
  }

  /** The DOM range of `[start, end)` of the text, as text nodes and offsets in them (UTF-16 units). Null for a range outside any node. */
  boundsOf(start: number, end: number): StaticRangeInit | null {
    const first = this.parts[firstEndingAfter(this.parts, start)];
    const last = this.parts[firstWhere(this.parts, (part) => part.start >= end) - 1];
    if (!first || !last) return null;
    return {
      startContainer: first.node,
      startOffset: Math.max(0, start - first.start),
      endContainer: last.node,
      endOffset: Math.min(last.length, end - last.start),
    };
  }

  /** The text nodes that hold `[start, end)`. Looks no further than these, and remembers nothing. */
  nodesOf(start: number, end: number): Text[] {
    const nodes: Text[] = [];
    for (const part of this.#parts ? this.#partsIn(start, end) : eachPartOf(this.block)) {
      if (part.start >= end) break;
      if (start < part.start + part.length) nodes.push(part.node);
    }
    return nodes;
  }

  /** Offset in the text of `offset` in `node`, or -1 if the node is not part of the text run. */
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

  /** The parts under `[start, end)`. Logarithmic in those there are: a text may have tens of thousands. */
  #partsIn(start: number, end: number): readonly Part[] {
    const { parts } = this;
    return parts.slice(
      firstEndingAfter(parts, start),
      firstWhere(parts, (part) => part.start >= end),
    );
  }
}

function firstEndingAfter(parts: readonly Part[], at: number): number {
  return firstWhere(parts, (part) => part.start + part.length > at);
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
    // What is blank at the beginning says nothing: between two blocks there is no more than that.
    if (data === '' || (this.#text === '' && isBlank(data))) return;
    this.#parts.push({ node, start: this.#text.length, length: data.length });
    this.#text = this.#text === '' ? data : this.#text + data;
  }

  /** Adds a character that stands for something between the nodes. */
  addMark(unit: string): void {
    if (this.#text !== '') this.#text += unit;
  }

  /** The text run so far, or null if there is nothing but white space; starts anew. */
  take(block: Block): TextRun | null {
    if (this.#text === '') return null;
    const run = new TextRun(block, this.#text, this.#parts);
    this.#parts = [];
    this.#text = '';
    return run;
  }
}

export function isBlank(text: string): boolean {
  return !/\S/.test(text);
}
