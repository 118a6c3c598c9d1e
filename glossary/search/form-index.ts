/**
 * Indexes all forms of a pack as one string, so that a search is a native `indexOf` scan, with the syllable of each
 * letter.
 */
import { addToGroup } from '../add-to-group';
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
  /** `typed`: readers type it, but texts do not contain it (科协10大), so results show the headword. `english`: the gloss. */
  kind: 'headword' | 'form' | 'typed' | 'english';
}

/** Index of a form in `FormIndex.forms`. */
export type FormNumber = number;

const BREAK = '\n';

/** Forms by number and by place. A place is an offset in `letters`, in UTF-16 units. */
export class FormIndex {
  readonly forms: readonly IndexedForm[];
  /** The letters of every form, each with a line feed before it, and one after the last. */
  readonly letters: string;
  /** By form: the place where it begins. */
  readonly #starts: Int32Array;
  /** By place in `letters`: index in `#table`; 0 for none. */
  readonly #syllables: Uint16Array;
  readonly #table: string[] = [''];
  /** By first letter of a syllable: the places of such syllables, ascending. */
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

  /** The place where a form begins. */
  startOf(form: FormNumber): number {
    return this.#starts[form] ?? 0;
  }

  /** The form that contains `place`. Logarithmic in the forms. */
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

  /** The toneless syllable of the letter at `place`; the letter itself if it is Latin or a digit; '' if unknown. */
  syllableAt(place: number): string {
    return this.#table[this.#syllables[place] ?? 0] ?? '';
  }

  /** Places of letters whose syllable begins with `initial`, ascending. */
  placesOf(initial: string): readonly number[] {
    return this.#initials.get(initial) ?? [];
  }

  /** The syllables of a form, joined without spaces. */
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
        if (syllable) addToGroup(this.#initials, syllable.charAt(0), place);
      }
      place++;
    });
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
    ...(entry.translation ? [index(entry.translation, 'english')] : []),
    ...entry.equivalents.map(({ text }) => index(text, 'english')),
  ].filter(({ letters }) => letters);
}

/** A syllable for each folded letter; none for English, and each letter itself for a typed form. */
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
