/**
 * Reads JSON whose bulk is one list, without having all of it in memory: the elements of the list one by one, and the
 * rest as if the list were empty.
 */

/** What surrounds the list comes last, as its text. */
export type JsonPart = { kind: 'element'; text: string } | { kind: 'rest'; text: string };

/** Whether the scanner is before the list, in it, or behind it. */
type Where = 'before' | 'in' | 'behind';

/**
 * The elements of the list that an object at the top has under `key`, in their order; parts are not checked to be JSON.
 * Without such a list, everything is rest. Holds one element at a time, and the rest.
 */
export async function* jsonElements(
  pieces: AsyncIterable<string>,
  key: string,
): AsyncGenerator<readonly JsonPart[], void> {
  const scanner = new ListScanner(key);
  for await (const piece of pieces) yield scanner.read(piece);
  yield [...scanner.end()];
}

class ListScanner {
  readonly #key: string;
  #where: Where = 'before';
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  /** The last string at the top of the object, with its quotation marks, and whether a colon follows it. */
  #name = '';
  #isNamed = false;
  /** Texts of the rest, and of the element that is being read. */
  readonly #rest: string[] = [];
  #element = '';
  /** The piece that is being read, from where it is not taken yet, and its elements. */
  #piece = '';
  #from = 0;
  #parts: JsonPart[] = [];

  constructor(key: string) {
    this.#key = JSON.stringify(key);
  }

  /** @returns the elements that end in the piece. */
  read(piece: string): JsonPart[] {
    this.#piece = piece;
    this.#from = 0;
    this.#parts = [];
    for (let at = 0; at < piece.length; at++) {
      const unit = piece[at] as string; // Below the length.
      if (this.#isInString) this.#readString(unit);
      else this.#readOutside(unit, at);
    }
    this.#take(piece.length);
    return this.#parts;
  }

  /** What was not ended belongs to the rest, which then is no JSON. */
  end(): JsonPart[] {
    return [{ kind: 'rest', text: this.#rest.join('') + this.#element }];
  }

  #readString(unit: string): void {
    if (this.#depth === 1) this.#name += unit;
    if (this.#isEscaped) this.#isEscaped = false;
    else if (unit === '\\') this.#isEscaped = true;
    else if (unit === '"') this.#isInString = false;
  }

  #readOutside(unit: string, at: number): void {
    switch (unit) {
      case '"':
        this.#isInString = true;
        this.#name = unit;
        break;
      case ':':
        this.#isNamed = this.#depth === 1 && this.#name === this.#key;
        break;
      case ',':
        this.#isNamed = false;
        if (this.#where === 'in' && this.#depth === 2) this.#endElement(at, at + 1);
        break;
      case '{':
      case '[':
        this.#depth++;
        if (unit === '[' && this.#depth === 2 && this.#isNamed && this.#where === 'before') {
          this.#take(at + 1);
          this.#where = 'in';
        }
        break;
      case '}':
      case ']':
        this.#depth--;
        if (this.#where === 'in' && this.#depth === 1) {
          this.#endElement(at, at);
          this.#where = 'behind';
        }
        break;
    }
  }

  /** Adds what was read up to `to` to where it belongs. */
  #take(to: number): void {
    const text = this.#piece.slice(this.#from, to);
    this.#from = to;
    if (this.#where === 'in') this.#element += text;
    else this.#rest.push(text);
  }

  /** @param next where the text behind the element begins. */
  #endElement(to: number, next: number): void {
    this.#take(to);
    this.#from = next;
    if (this.#element.trim() !== '') this.#parts.push({ kind: 'element', text: this.#element });
    this.#element = '';
  }
}
