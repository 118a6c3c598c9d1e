/** Owns what a reader does with the marks of a document: pointing, tapping, shortcuts, and the card they open. */
import type { Finder } from '../../glossary/find/finder';
import { mentionsInText } from '../../glossary/find/text-mentions';
import type { EntryIndex } from '../../glossary/pack/finder-data';
import type { Command } from '../shared/commands';
import type { EngineContext } from '../shared/page/engine-api';
import { isolatedWorld } from '../shared/page/isolated-world';
import { CardController } from './card/card-controller';
import { isClickable } from './card/clickable';
import { sensePointer } from './card/sense-pointer';
import { listenCommands } from './keys/listen-commands';
import { TermWalk } from './keys/term-walk';
import type { MarkedPage } from './marked-page';
import type { Located } from './page-index';

type Context = Pick<EngineContext, 'send' | 'isAlive' | 'settings' | 'onTermsChange'>;

export interface ExplainedTerms {
  /** To be called when the page's text changed. */
  onChange(): void;
  /** Brings mention `nth` (from 0) of an entry into view and paints it as the current one; nothing if it is gone. */
  goTo(entry: EntryIndex, nth: number): void;
  /** To be called when the page took our listeners away. */
  listenAgain(): void;
}

/** Opens cards by pointer, tap and key until `signal` aborts. */
export function explainTerms(
  { index, marks }: MarkedPage,
  finder: Finder,
  { send, isAlive, settings, onTermsChange }: Context,
  signal: AbortSignal,
): ExplainedTerms {
  let shown: Located | null = null;
  const paint = () => {
    const at = shown ?? walk.current;
    marks.setCurrent(at ? at.flow.boundsOf(at.mention.start, at.mention.end) : null);
  };
  const card = new CardController(
    {
      send,
      isAlive,
      revisions: finder.revisions,
      mentionsIn: (text) => mentionsInText(finder, text),
      restMs: () => settings().card.restMs,
      onTarget: (target) => {
        shown = target;
        paint();
      },
    },
    signal,
  );
  const walk = new TermWalk({ index, card, send, onTarget: paint }, signal);
  const listenAgain = sensePointer(
    {
      index,
      isOurs: (target) => card.isOurs(target),
      isOnTheWay: (x, y) => card.isOnTheWay(x, y),
      onNear: () => card.near(),
      onPoint: (pointed, isStill) => {
        // A page may clear all highlights: then ours come back with the next move.
        marks.flush(true);
        card.point(settings().card.opensBy === 'hover' ? pointed : null, isStill);
      },
      onClick: (pointed, event) => {
        // A finger cannot hover.
        const isWanted = event.pointerType === 'touch' || settings().card.opensBy === 'click';
        // What the page made to be clicked is left to it.
        if (pointed && isWanted && !isClickable(event.composedPath())) card.tap(pointed);
      },
    },
    signal,
  );
  const take = (command: Command, isEntered: boolean) => {
    if (!isAlive()) return true;
    if (command === 'toggle-card') return walk.toggleCard();
    if (command !== 'toggle-marks') return walk.go(command === 'next-term' ? 1 : -1, isEntered);
    marks.setHidden(!marks.isHidden);
    onTermsChange();
    if (window === window.top) walk.say({ key: marks.isHidden ? 'keys_hidden' : 'keys_shown' });
    return true;
  };
  listenCommands({ take, hasHandedOn: () => walk.hasHandedOn }, signal);
  isolatedWorld().walk = walk;
  signal.addEventListener('abort', () => delete isolatedWorld().walk, { once: true });
  return {
    listenAgain,
    goTo: (entry, nth) => walk.goTo(entry, nth),
    onChange: () => {
      card.checkTarget();
      walk.checkCurrent();
    },
  };
}
