/** Owns one document while it is switched on: its marks, their style, the pointer and the card. */
import type { Finder } from '../../glossary/find/finder';
import { CardController } from './card-controller';
import type { Lifetime } from './lifetime';
import { MarkedPage } from './marked-page';
import type { Send } from './send';
import { sensePointer } from './sense-pointer';

interface Context {
  finder: Finder;
  send: Send;
  lifetime: Lifetime;
  /** Mentions may have changed. */
  onChange(): void;
}

/** Marks and explains the document until `signal` aborts, which leaves it as it was. */
export function explainPage({ finder, send, lifetime, onChange }: Context, signal: AbortSignal): MarkedPage {
  let card: CardController | null = null;
  const page = new MarkedPage(
    finder,
    {
      onFirstMark: () => {
        const { index, marks } = page;
        void send({ type: 'marks.style', mention: marks.mentionName, current: marks.currentName });
        const controller = new CardController({ send, marks, lifetime, revision: finder.revision }, signal);
        card = controller;
        sensePointer(
          {
            index,
            isOurs: (target) => controller.isOurs(target),
            onPoint: (pointed, isStill) => controller.point(pointed, isStill),
          },
          signal,
        );
      },
      onChange: () => {
        card?.checkTarget();
        onChange();
      },
    },
    signal,
  );
  page.start();
  return page;
}
