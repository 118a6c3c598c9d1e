/**
 * Owns the hint: a test that holds for every text in which the finder would find a form, and for few others.
 * Small enough to be in every page, where the finder's tables are not.
 */
import { IGNORABLE, LINE_BREAK, QUOTE_PAIRS, SPACE } from './characters';

export interface HintData {
  /** The pack it was compiled from. */
  revision: string;
  /** Runs of folded letters, line feed between them: each form holds at least one. */
  runs: string;
  /** Spellings of those letters, as pairs: the letter in a page, then the folded letter. */
  variants: string;
}

/** The hint of two packs at once, for the cost of one. Both were made from one table of spellings. */
export function joinHints(first: HintData, second: HintData): HintData {
  return {
    revision: `${first.revision}+${second.revision}`,
    runs: `${first.runs}\n${second.runs}`,
    variants: first.variants + second.variants,
  };
}

/** Distance of the full-width forms from ASCII. */
const FULL_WIDTH = 0xfee0;
/** Classes of units: of no concern, skipped inside a run, and from here on letters. */
const SKIPPED = 1;
const FIRST_LETTER = 2;

/** A place in the trie of runs: by class of the next letter, where it leads, or `true` where a run ends. */
type Place = Map<number, Place | true>;

/**
 * Builds the test. Cost of a test: one look-up a unit, and a short walk where a run may begin.
 * Takes 64 KiB while it is kept.
 */
export function hintOf({ runs, variants }: HintData): (text: string) => boolean {
  const classOf = classTable(runs, variants);
  const root: Place = new Map();
  for (const run of runs.split('\n')) if (run !== '') addRun(root, run, classOf);
  const beginning: (Place | true | undefined)[] = Array.from({ length: 256 }, (_, cls) => root.get(cls));
  return (text) => {
    for (let i = 0; i < text.length; i++) {
      const cls = classOf[text.charCodeAt(i)] as number; // The table covers all 65,536 units.
      if (cls < FIRST_LETTER) continue;
      const place = beginning[cls];
      if (place && (place === true || walk(classOf, text, i + 1, place))) return true;
    }
    return false;
  };
}

function walk(classOf: Uint8Array, text: string, from: number, begin: Place): boolean {
  let place = begin;
  for (let i = from; i < text.length; i++) {
    const cls = classOf[text.charCodeAt(i)] as number; // The table covers all 65,536 units.
    if (cls === SKIPPED) continue;
    const next = place.get(cls);
    if (!next) return false;
    if (next === true) return true;
    place = next;
  }
  return false;
}

function addRun(root: Place, run: string, classOf: Uint8Array): void {
  let place = root;
  for (let i = 0; i < run.length; i++) {
    const cls = classOf[run.charCodeAt(i)] ?? 0;
    const next = place.get(cls);
    // A shorter run that ends here already says all.
    if (next === true) return;
    if (i === run.length - 1) {
      place.set(cls, true);
      return;
    }
    const deeper: Place = next ?? new Map();
    place.set(cls, deeper);
    place = deeper;
  }
}

/** Classes beyond 255 would not fit: then letters share classes, which lets more texts through, never fewer. */
function classTable(runs: string, variants: string): Uint8Array {
  const classOf = new Uint8Array(0x10000);
  for (const unit of IGNORABLE + SPACE + LINE_BREAK + QUOTE_PAIRS) classOf[unit.charCodeAt(0)] = SKIPPED;
  let next = FIRST_LETTER;
  for (const letter of runs.replaceAll('\n', '')) {
    const code = letter.charCodeAt(0);
    if ((classOf[code] ?? 0) >= FIRST_LETTER) continue;
    classOf[code] = next;
    for (const same of spellingsInAscii(letter)) {
      classOf[same.charCodeAt(0)] = next;
      classOf[same.charCodeAt(0) + FULL_WIDTH] = next;
    }
    next = next === 0xff ? FIRST_LETTER : next + 1;
  }
  for (let i = 0; i + 1 < variants.length; i += 2) {
    classOf[variants.charCodeAt(i)] = classOf[variants.charCodeAt(i + 1)] ?? 0;
  }
  return classOf;
}

function spellingsInAscii(letter: string): string[] {
  return letter >= '!' && letter <= '~' ? [letter, letter.toUpperCase()] : [];
}
