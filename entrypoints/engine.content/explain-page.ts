/** Owns one document while it is switched on: its marks, their style, the pointer and the card. */
import type { Finder } from '../../glossary/find/finder';
import type { EngineContext } from '../shared/engine-api';
import { CardController } from './card/card-controller';
import { sensePointer } from './card/sense-pointer';
import { MarkedPage } from './marked-page';

/** Marks and explains the document until `signal` aborts, which leaves it as it was. */
export function explainPage(
  finder: Finder,
  { send, isAlive, onTermsChange }: EngineContext,
  signal: AbortSignal,
): MarkedPage {
  let card: CardController | null = null;
  let listenAgain: (() => void) | null = null;
  const page = new MarkedPage(
    finder,
    {
      onFirstMark: () => {
        const { index, marks } = page;
        void send({ type: 'marks.style', mention: marks.mentionName, current: marks.currentName });
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
  return page;
}
