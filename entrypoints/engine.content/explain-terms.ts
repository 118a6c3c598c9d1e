/** Connects the marks of a document with pointer, taps, shortcuts and the card. */
import type { Finder } from '../../glossary/find/finder';
import { mentionsInText } from '../../glossary/find/standalone-text';
import type { EntryIndex } from '../../glossary/pack/finder-data';
import type { Command } from '../shared/commands';
import type { EngineContext } from '../shared/page/engine-api';
import { isolatedWorld } from '../shared/page/isolated-world';
import { CardController } from './card/card-controller';
import { PointerSensor } from './card/pointer-sensor';
import { listenCommands } from './keys/listen-commands';
import { TermWalk } from './keys/term-walk';
import type { MarkedPage } from './marked-page';
import type { Located } from './page-index';

interface Context extends Pick<EngineContext, 'send' | 'isAlive' | 'settings' | 'onTermsChange'> {
  /** Mutes or unmutes an entry in this document. */
  muteHere(entry: EntryIndex, isMuted: boolean): void;
}

/** The marks of a document, explained. */
export interface ExplainedTerms {
  /** Call when the page's text changed. */
  onChange(): void;
  /** Brings mention `nth` (from 0) of an entry into view and paints it as the current one; nothing if it is gone. */
  goTo(entry: EntryIndex, nth: number): void;
  /** Call when the page removed our listeners. */
  listenAgain(): void;
}

/** Opens cards by pointer, tap and key until `signal` aborts. */
export function explainTerms(
  { index, marks }: MarkedPage,
  finder: Finder,
  { send, isAlive, settings, onTermsChange, muteHere }: Context,
  signal: AbortSignal,
): ExplainedTerms {
  let shown: Located | null = null;
  const paint = () => marks.setCurrent(shown ?? walk.current);
  const card = new CardController(
    {
      index,
      send,
      isAlive,
      revisions: finder.revisions,
      mentionsIn: (text) => mentionsInText(finder, text),
      muteHere,
      settings: () => settings().card,
      // A page may clear all highlights: the next move of the pointer restores the marks.
      onPoint: () => marks.flush(true),
      onTarget: (target) => {
        shown = target;
        paint();
      },
    },
    signal,
  );
  const walk = new TermWalk({ index, card, send, onTarget: paint }, signal);
  const sensor = new PointerSensor({ index, marks }, card, signal);
  const run = (command: Command, isEntered: boolean) => {
    if (!isAlive()) return true;
    if (command === 'toggle-card') return walk.toggleCard();
    if (command !== 'toggle-marks') return walk.go(command === 'next-term' ? 1 : -1, isEntered);
    marks.setHidden(!marks.isHidden);
    onTermsChange();
    if (window === window.top) walk.say({ key: marks.isHidden ? 'keys_hidden' : 'keys_shown' });
    return true;
  };
  listenCommands({ run, hasEndedHere: () => walk.hasEndedHere }, signal);
  isolatedWorld().walk = walk;
  signal.addEventListener('abort', () => delete isolatedWorld().walk, { once: true });
  return {
    listenAgain: () => sensor.listen(),
    goTo: (entry, nth) => walk.goTo(entry, nth),
    onChange: () => {
      card.checkTarget();
      sensor.lookAgain();
      walk.checkCurrent();
    },
  };
}
