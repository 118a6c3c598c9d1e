/**
 * Owns all forms of a pack as one string, so that a search is a scan by the engine itself, and how each letter of them
 * is read.
 */
import type { Entry } from '../library/library';
import type { Fold } from './fold-query';

/** A spelling by which an entry is found. */
export interface IndexedForm {
  entry: Entry;
  /** Index of the entry in its pack. */
  order: number;
  form: string;
  /** Folded. */
  letters: string;
  /** `typed`: a way to type and not to write (科协10大), so the headword is shown. `english`: the English gloss. */
  kind: 'headword' | 'form' | 'typed' | 'english';
}

/** Index of a form in `FormIndex.forms`. */
export type FormNumber = number;

const BREAK = '\n';

export class FormIndex {
  readonly forms: readonly IndexedForm[];
  /** The letters of every form, each with a line feed before it, and one after the last. */
  readonly letters: string;
  /** By form: where in `letters` it begins. */
  readonly #starts: Int32Array;
  /** By place in `letters`: index in `#table`; 0 for none. */
  readonly #syllables: Uint16Array;
  readonly #table: string[] = [''];
  /** By first letter of a syllable: the places it stands at, in order. */
  readonly #initials = new Map<string, number[]>();

  /** Linear in the forms: about a microsecond each. */
  constructor(entries: readonly Entry[], fold: Fold) {
    this.forms = entries.flatMap((entry, order) => formsOf(entry, order, fold));
    this.letters = BREAK + this.forms.map(({ letters }) => letters + BREAK).join('');
    this.#starts = new Int32Array(this.forms.length);
    this.#syllables = new Uint16Array(this.letters.length);
    this.#read(fold);
  }

  /** Whether a form begins at `place`. */
  isStart(place: number): boolean {
    return this.letters[place - 1] === BREAK;
  }

  /** Whether a form ends before `place`. */
  isEnd(place: number): boolean {
    return this.letters[place] === BREAK;
  }

  startOf(form: FormNumber): number {
    return this.#starts[form] ?? 0;
  }

  /** The form that holds `place`. */
  formAt(place: number): FormNumber {
    let low = 0;
    let high = this.forms.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startOf(middle) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** How the letter at `place` is read, without tone; the letter itself where it is Latin or a digit; '' if unknown. */
  syllableAt(place: number): string {
    return this.#table[this.#syllables[place] ?? 0] ?? '';
  }

  /** Places of letters whose reading begins with `initial`, in order. */
  placesOf(initial: string): readonly number[] {
    return this.#initials.get(initial) ?? [];
  }

  /** The whole reading of a form, syllables unspaced. */
  readingOf(form: FormNumber): string {
    let reading = '';
    for (let place = this.startOf(form); !this.isEnd(place); place++) reading += this.syllableAt(place);
    return reading;
  }

  #read(fold: Fold): void {
    const numbers = new Map<string, number>([['', 0]]);
    let place = 1;
    this.forms.forEach(({ letters, ...form }, number) => {
      this.#starts[number] = place;
      const read = syllablesOf(form, letters, fold);
      for (let i = 0; i < letters.length; i++, place++) {
        const syllable = read[i] ?? '';
        let known = numbers.get(syllable);
        if (known === undefined) {
          known = this.#table.push(syllable) - 1;
          numbers.set(syllable, known);
        }
        this.#syllables[place] = known;
        if (syllable) this.#post(syllable.charAt(0), place);
      }
      place++;
    });
  }

  #post(initial: string, place: number): void {
    const places = this.#initials.get(initial);
    if (places) places.push(place);
    else this.#initials.set(initial, [place]);
  }
}

function formsOf(entry: Entry, order: number, fold: Fold): IndexedForm[] {
  const index = (form: string, kind: IndexedForm['kind']) => ({
    entry,
    order,
    form,
    letters: fold.letters(form),
    kind,
  });
  return [
    ...entry.forms.map((form, i) => index(form, i === 0 ? 'headword' : 'form')),
    ...entry.keys.numerals.map((form) => index(form, 'typed')),
    ...(entry.english ? [index(entry.english.text, 'english')] : []),
  ].filter(({ letters }) => letters);
}

/** One a letter that counts; none where letters are all there is to type. */
function syllablesOf(
  { entry, form, kind }: Pick<IndexedForm, 'entry' | 'form' | 'kind'>,
  letters: string,
  fold: Fold,
): ArrayLike<string> {
  if (kind === 'english') return [];
  if (kind === 'typed') return letters;
  const syllables = entry.keys.syllables[entry.forms.indexOf(form)] ?? [];
  return fold.withPlaces(form).at.map((at) => syllables[at] ?? '');
}
