/** Owns one document while it is switched on: its marks, their style, the pointer and the card. */
import type { Finder } from '../../glossary/find/finder';
import type { EngineContext } from '../shared/engine-api';
import type { MarksLook } from '../shared/page-settings';
import { CardController } from './card/card-controller';
import { sensePointer } from './card/sense-pointer';
import { MarkedPage } from './marked-page';

export interface ExplainedPage extends Pick<MarkedPage, 'index'> {
  /** Takes over how marks look. */
  wear(look: MarksLook): void;
}

/** Marks and explains the document until `signal` aborts, which leaves it as it was. */
export function explainPage(
  finder: Finder,
  { send, isAlive, settings, onTermsChange }: EngineContext,
  signal: AbortSignal,
): ExplainedPage {
  /** The look the marks have; null until there are any. */
  let worn: MarksLook | null = null;
  const wear = (look: MarksLook) => {
    const { mentionName: mention, currentName: current } = page.marks;
    page.wear(look);
    void send({ type: 'marks.style', mention, current, look, before: worn });
    worn = look;
  };
  let card: CardController | null = null;
  let listenAgain: (() => void) | null = null;
  const page = new MarkedPage(
    finder,
    {
      onFirstMark: () => {
        const { index, marks } = page;
        wear(settings().marks);
        const controller = new CardController({ send, marks, isAlive, revision: finder.revision }, signal);
        card = controller;
        listenAgain = sensePointer(
          {
            index,
            isOurs: (target) => controller.isOurs(target),
            onPoint: (pointed, isStill) => {
              // A page may clear all highlights: then ours come back with the next move.
              marks.flush(true);
              controller.point(pointed, isStill);
            },
          },
          signal,
        );
      },
      onRenewed: () => listenAgain?.(),
      onChange: () => {
        card?.checkTarget();
        onTermsChange();
      },
    },
    signal,
  );
  page.start();
  return {
    index: page.index,
    wear: (look) => {
      if (worn && JSON.stringify(look) !== JSON.stringify(worn)) wear(look);
    },
  };
}
