/**
 * Reads JSON whose bulk is in lists, without having all of it in memory: the elements of the lists one by one, and the
 * rest as if the lists were empty.
 */
import { FileFaultError } from './contract';

/** An element of a list with its path (`terms[3]`, or `[3]` in a list at the top); or what surrounds the lists, which comes last. */
export type JsonPart = { kind: 'element'; where: string; text: string } | { kind: 'rest'; text: string };

/** Of one element, and of the rest, in UTF-16 units: far above a term of the greatest size. */
const MAX_PART = 16 * 2 ** 20;

/**
 * The elements of lists in their order; parts are not checked to be JSON. Without such a list, everything is rest. Holds one
 * element at a time, and the rest.
 * @param isList decides by its key whether a list of an object at the top is one of them; by null for a list at the top.
 * @throws {FileFaultError} `too-large`.
 */
export async function* jsonElements(
  pieces: AsyncIterable<string>,
  isList: (key: string | null) => boolean,
): AsyncGenerator<readonly JsonPart[], void> {
  const scanner = new ListScanner(isList);
  for await (const piece of pieces) yield scanner.read(piece);
  yield [...scanner.end()];
}

/** Characters with a meaning inside and outside of a string. */
const IN_STRING = /["\\]/g;
const OUTSIDE = /[",:[\]{}]/g;

class ListScanner {
  readonly #isList: (key: string | null) => boolean;
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  /** The last string at the top of the object, with its quotation marks; the key of the value that is read, or null. */
  #name = '';
  #key: string | null = null;
  /** The list that is read, with the number of the element; null outside the lists. */
  #list: { key: string; depth: number; place: number } | null = null;
  readonly #rest = new LongText();
  readonly #element = new LongText();
  /** The current piece, the offset of its text that is not stored yet, and the elements that end in it. */
  #piece = '';
  #from = 0;
  #parts: JsonPart[] = [];

  constructor(isList: (key: string | null) => boolean) {
    this.#isList = isList;
  }

  /** @returns the elements that end in the piece. */
  read(piece: string): JsonPart[] {
    this.#piece = piece;
    this.#from = 0;
    this.#parts = [];
    for (let at = 0; at < piece.length; ) {
      const signs = this.#isInString ? IN_STRING : OUTSIDE;
      signs.lastIndex = this.#isEscaped ? at + 1 : at;
      this.#isEscaped = false;
      const found = signs.exec(piece);
      const next = found ? found.index + 1 : piece.length;
      if (this.#isInString && this.#depth === 1) this.#name += piece.slice(at, next);
      if (found) this.#readSign(found[0], found.index);
      at = next;
    }
    this.#store(piece.length);
    return this.#parts;
  }

  /** An unfinished element belongs to the rest, which then is no JSON. */
  end(): JsonPart[] {
    return [{ kind: 'rest', text: this.#rest.empty() + this.#element.empty() }];
  }

  #readSign(sign: string, at: number): void {
    if (this.#isInString) {
      this.#isEscaped = sign === '\\';
      this.#isInString = this.#isEscaped;
      return;
    }
    switch (sign) {
      case '"':
        this.#isInString = true;
        this.#name = sign;
        break;
      case ':':
        if (this.#depth === 1) this.#key = keyOf(this.#name);
        break;
      case ',':
        if (this.#depth === 1) this.#key = null;
        if (this.#list?.depth === this.#depth) this.#endElement(at, at + 1);
        break;
      case '{':
        this.#depth++;
        break;
      case '[':
        this.#depth++;
        if (!this.#list) this.#beginList(at + 1);
        break;
      case '}':
      case ']':
        if (this.#list?.depth === this.#depth) {
          this.#endElement(at, at);
          this.#list = null;
        }
        this.#depth--;
        break;
    }
  }

  #beginList(start: number): void {
    const isAtTop = this.#depth === 1;
    if (!isAtTop && !(this.#depth === 2 && this.#key !== null)) return;
    if (!this.#isList(isAtTop ? null : this.#key)) return;
    this.#store(start);
    this.#list = { key: this.#key ?? '', depth: this.#depth, place: 0 };
  }

  /** Stores the text up to `to` as part of the current element, or of the rest. */
  #store(to: number): void {
    const text = this.#piece.slice(this.#from, to);
    this.#from = to;
    (this.#list ? this.#element : this.#rest).add(text);
  }

  /** @param next where the text behind the element begins. */
  #endElement(to: number, next: number): void {
    this.#store(to);
    this.#from = next;
    const text = this.#element.empty();
    if (text.trim() === '' || !this.#list) return;
    this.#parts.push({ kind: 'element', where: `${this.#list.key}[${this.#list.place++}]`, text });
  }
}

/** A text that comes in pieces. */
class LongText {
  #text = '';

  /** @throws {FileFaultError} `too-large`. */
  add(text: string): void {
    if (this.#text.length + text.length > MAX_PART) throw new FileFaultError('too-large', `${MAX_PART / 2 ** 20} MB`);
    this.#text += text;
  }

  /** The text, which is empty after that. */
  empty(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }
}

/** The key that a string of JSON is; null for one that is none. */
function keyOf(name: string): string | null {
  try {
    return String(JSON.parse(name));
  } catch {
    return null;
  }
}
