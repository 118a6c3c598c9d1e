/**
 * Indexes all forms of a pack as one string, so that a search is a native `indexOf` scan, with the syllable of each
 * letter.
 */
import type { Entry } from '../library/library';
import { StepBudget } from '../pack/step-budget';
import type { Fold } from './fold-query';
import { STEP_TEXTS } from './gradual';

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

/** Of a pack of some ten thousand terms. */
const MANY_FORMS = 50_000;

/** Forms by number and by place. A place is an offset in `letters`, in UTF-16 units. */
export class FormIndex {
  readonly forms: readonly IndexedForm[];
  /** Whether there are so many forms that whatever takes longer than a look at each is to be avoided. */
  readonly isLarge: boolean;
  /** The letters of every form, each with a line feed before it, and one after the last. */
  readonly letters: string;
  /** By form: the place where it begins. */
  readonly #starts: Int32Array;
  /** By place in `letters`: index in `#table`; 0 for none. */
  readonly #syllables: Uint16Array;
  readonly #table: string[] = [''];
  /** By first letter of a syllable: as `placesOf`, once it was asked for. */
  readonly #initials = new Map<string, readonly number[]>();

  private constructor(forms: readonly IndexedForm[]) {
    this.forms = forms;
    this.isLarge = forms.length > MANY_FORMS;
    this.letters = BREAK + forms.map(({ letters }) => letters + BREAK).join('');
    this.#starts = new Int32Array(forms.length);
    this.#syllables = new Uint16Array(this.letters.length);
  }

  /** Builds the index in steps. Linear in the forms: about a microsecond each. */
  static *building(entries: readonly Entry[], fold: Fold): Generator<void, FormIndex> {
    const forms: IndexedForm[] = [];
    const budget = new StepBudget(STEP_TEXTS);
    for (const [order, entry] of entries.entries()) {
      if (budget.spend(entry.forms.length)) yield;
      addForms(forms, { entry, order }, fold);
    }
    const index = new FormIndex(forms);
    yield* index.#reading(fold, budget);
    return index;
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

  /** Places of letters whose syllable begins with `initial`, ascending. Linear in all letters when first asked. */
  placesOf(initial: string): readonly number[] {
    const known = this.#initials.get(initial);
    if (known) return known;
    const isMeant = this.#table.map((syllable) => syllable.startsWith(initial));
    const places: number[] = [];
    for (let place = 0; place < this.#syllables.length; place++) {
      if (isMeant[this.#syllables[place] ?? 0]) places.push(place);
    }
    this.#initials.set(initial, places);
    return places;
  }

  /** The syllables of a form, joined without spaces. */
  readingOf(form: FormNumber): string {
    let reading = '';
    for (let place = this.startOf(form); !this.isEnd(place); place++) reading += this.syllableAt(place);
    return reading;
  }

  *#reading(fold: Fold, budget: StepBudget): Generator<void, void> {
    const numbers = new Map<string, number>([['', 0]]);
    const numberOf = (syllable: string) => {
      let known = numbers.get(syllable);
      if (known === undefined) {
        known = this.#table.push(syllable) - 1;
        numbers.set(syllable, known);
      }
      return known;
    };
    let place = 1;
    let last: Entry | null = null;
    let syllables: string[][] = [];
    for (const [number, { entry, form, letters, kind }] of this.forms.entries()) {
      if (budget.spend()) yield;
      this.#starts[number] = place;
      // Forms of one entry follow each other, and some packs make the syllables of an entry when they are asked for.
      if (last !== entry) syllables = entry.keys.syllables;
      last = entry;
      const read = syllables[entry.forms.indexOf(form)] ?? [];
      for (let i = 0, to = place; kind !== 'english' && i < form.length; i++) {
        if (fold.letters(form.charAt(i)) === '') continue;
        this.#syllables[to] = numberOf(kind === 'typed' ? letters.charAt(to - place) : (read[i] ?? ''));
        to++;
      }
      place += letters.length + 1;
    }
  }
}

function addForms(forms: IndexedForm[], { entry, order }: Pick<IndexedForm, 'entry' | 'order'>, fold: Fold): void {
  const add = (form: string, kind: IndexedForm['kind']) => {
    const letters = fold.letters(form);
    if (letters !== '') forms.push({ entry, order, form, letters, kind });
  };
  for (const [i, form] of entry.forms.entries()) add(form, i === 0 ? 'headword' : 'form');
  for (const form of entry.keys.numerals) add(form, 'typed');
  if (entry.english) add(entry.english.text, 'english');
  if (entry.translation) add(entry.translation, 'english');
  for (const { text } of entry.equivalents) add(text, 'english');
}
