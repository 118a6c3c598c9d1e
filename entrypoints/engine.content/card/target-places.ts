/** Remembers the positions of the targets of cards, and replaces targets whose text the page renders again in the same place. */
import { overlaps } from '../../shared/page/box';
import { lineBoxes } from '../line-boxes';
import type { PageIndex } from '../page-index';
import { findAgain, isSameTerm, isThere } from './find-again';
import type { Pointed } from './pointed-mention';

/** The places of one frame's targets. */
export class TargetPlaces {
  readonly #index: PageIndex;
  readonly #onRenewed: (target: Pointed) => void;
  readonly #last = new WeakMap<Pointed, DOMRect>();

  /** @param onRenewed called with a target that now names another range of the page. */
  constructor(index: PageIndex, onRenewed: (target: Pointed) => void) {
    this.#index = index;
    this.#onRenewed = onRenewed;
  }

  /** The line box of a target in viewport coordinates; null if it is not rendered. */
  now(target: Pointed): DOMRect | null {
    const boxes = this.lines(target);
    const box = boxes[target.line] ?? boxes[0] ?? null;
    if (box) this.#last.set(target, box);
    return box;
  }

  /** All line boxes of a target in viewport coordinates; none if it is not rendered. */
  lines({ run, mention }: Pointed): DOMRect[] {
    return lineBoxes(run, mention.start, mention.end);
  }

  /** As `now`; of a target that is gone or hidden, where it was last seen. */
  last(target: Pointed): DOMRect | null {
    return this.now(target) ?? this.#last.get(target) ?? null;
  }

  /** Renews those of `targets` that are gone and that `pointed` stands in for. */
  meet(pointed: Pointed, targets: readonly Pointed[]): void {
    const place = this.now(pointed);
    if (!place) return;
    for (const target of targets) {
      const last = this.#last.get(target);
      if (last && !isThere(target) && isSameTerm(target, pointed) && overlaps(last, place))
        this.#renew(target, pointed);
    }
  }

  /** Looks for a target that is gone. @returns whether it is there, or is there again. */
  recover(target: Pointed): boolean {
    if (isThere(target)) return true;
    const last = this.#last.get(target);
    const found = last && findAgain(this.#index, target, last);
    if (found) this.#renew(target, found);
    return Boolean(found);
  }

  #renew(target: Pointed, { run, mention, line }: Pointed): void {
    Object.assign(target, { run, mention, line });
    this.#onRenewed(target);
  }
}
