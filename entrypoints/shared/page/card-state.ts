/**
 * Owns when a card opens and closes: a pure reducer, for the card of a mark in the page and for one of a term in a card.
 * Every wait carries a token; a timer or answer with an old one changes nothing.
 */

/** How long the pointer rests on a mark before its card opens, in ms; the reader may set another time. */
export const REST_MS = 300;
/** When in that time the card's code and content are asked for, in ms: not for a pointer that goes on before. */
export const PREPARE_MS = 150;
/** How long a card stays after the pointer left it and its mark, in ms. */
export const GRACE_MS = 300;

type OpenName = 'hovered' | 'keyed' | 'tapped';

/** `Target` is whatever a card can be about; equal targets are the same object. */
export type CardState<Target> =
  | { name: 'idle'; token: number }
  /** The pointer rests on a mark; the card opens if it stays. */
  | { name: 'resting'; token: number; target: Target }
  /** Open by hover. `next`: the pointer rests on another mark. With neither `isHeld` nor `next` the grace runs. */
  | { name: 'hovered'; token: number; target: Target; isHeld: boolean; next: Target | null }
  /** Open by a command or key: has the focus, and the pointer has no say. */
  | { name: 'keyed'; token: number; target: Target }
  /** Open by a tap or click on the mark. */
  | { name: 'tapped'; token: number; target: Target }
  /** Kept by the reader until they let it go. */
  | { name: 'pinned'; token: number; target: Target; from: OpenName };

export type CardEvent<Target> =
  /** The pointer is on a mark; `isStill` if it hardly moved since the last event. */
  | { type: 'over'; target: Target; isStill: boolean }
  /** The pointer is on none, or too fast to mean one. */
  | { type: 'out' }
  /** The pointer moves in the corridor between the mark and its card. */
  | { type: 'neared' }
  | { type: 'rested'; token: number }
  | { type: 'graced'; token: number }
  /** The pointer is in the card. */
  | { type: 'entered' }
  | { type: 'left' }
  /** A command or key asks for the mark's card. */
  | { type: 'asked'; target: Target }
  /** A tap, or a click, on the mark. */
  | { type: 'tapped'; target: Target }
  | { type: 'pinned' }
  | { type: 'unpinned' }
  /** A press outside the card and its mark. */
  | { type: 'pressed' }
  /** The mark is gone or out of sight. */
  | { type: 'lost' }
  /** Esc, the card's own button, the end of the page. */
  | { type: 'dismissed' };

export type OpenState<Target> = Exclude<CardState<Target>, { name: 'idle' | 'resting' }>;

/** Whether a card is to be seen. */
export function isOpen<Target>(state: CardState<Target>): state is OpenState<Target> {
  return state.name !== 'idle' && state.name !== 'resting';
}

/** The next state; the same object where nothing changes. */
export function reduceCard<Target>(state: CardState<Target>, event: CardEvent<Target>): CardState<Target> {
  switch (event.type) {
    case 'over':
      return pointAt(state, event.target, event.isStill);
    case 'out':
      return state.name === 'resting' ? idle(state) : letGo(state);
    case 'neared':
      return state.name === 'hovered' ? { ...state, token: state.token + 1, isHeld: false, next: null } : state;
    case 'left':
      return letGo(state);
    case 'rested':
      return event.token === state.token ? afterRest(state) : state;
    case 'graced':
      return event.token === state.token && isLeft(state) ? idle(state) : state;
    case 'entered':
      return hold(state);
    case 'asked':
      return turn(state, 'keyed', event.target);
    case 'tapped':
      return turn(state, 'tapped', event.target);
    case 'pinned':
      return pin(state);
    case 'unpinned':
      return unpin(state);
    case 'pressed':
    case 'lost':
      return state.name === 'pinned' ? state : close(state);
    case 'dismissed':
      return close(state);
    default:
      return event satisfies never;
  }
}

function idle<Target>(state: CardState<Target>): CardState<Target> {
  return { name: 'idle', token: state.token + 1 };
}

function close<Target>(state: CardState<Target>): CardState<Target> {
  return state.name === 'idle' ? state : idle(state);
}

function afterRest<Target>(state: CardState<Target>): CardState<Target> {
  const token = state.token + 1;
  if (state.name === 'resting') return { name: 'hovered', token, target: state.target, isHeld: true, next: null };
  if (state.name !== 'hovered' || state.next === null) return state;
  return { ...state, token, target: state.next, isHeld: true, next: null };
}

function isLeft<Target>(state: CardState<Target>): boolean {
  return state.name === 'hovered' && !state.isHeld && state.next === null;
}

function letGo<Target>(state: CardState<Target>): CardState<Target> {
  if (state.name !== 'hovered' || isLeft(state)) return state;
  return { ...state, token: state.token + 1, isHeld: false, next: null };
}

function hold<Target>(state: CardState<Target>): CardState<Target> {
  if (state.name !== 'hovered' || (state.isHeld && state.next === null)) return state;
  return { ...state, token: state.token + 1, isHeld: true, next: null };
}

function pointAt<Target>(state: CardState<Target>, target: Target, isStill: boolean): CardState<Target> {
  const token = state.token + 1;
  switch (state.name) {
    case 'idle':
      return { name: 'resting', token, target };
    case 'resting':
      return state.target === target && isStill ? state : { name: 'resting', token, target };
    case 'hovered':
      if (state.target === target) return hold(state);
      return state.next === target && isStill ? state : { ...state, token, isHeld: false, next: target };
    default:
      return state;
  }
}

/** Opens the target's card in the way asked; asking in the same way again closes it. */
function turn<Target>(state: CardState<Target>, name: 'keyed' | 'tapped', target: Target): CardState<Target> {
  const isAgain =
    state.name === 'pinned'
      ? state.from === name && state.target === target
      : state.name === name && state.target === target;
  return isAgain ? idle(state) : { name, token: state.token + 1, target };
}

function pin<Target>(state: CardState<Target>): CardState<Target> {
  if (!isOpen(state) || state.name === 'pinned') return state;
  return { name: 'pinned', token: state.token + 1, target: state.target, from: state.name };
}

/** Who lets a card go has the pointer in it, or the focus. */
function unpin<Target>(state: CardState<Target>): CardState<Target> {
  if (state.name !== 'pinned') return state;
  const { from, target } = state;
  const token = state.token + 1;
  return from === 'hovered' ? { name: from, token, target, isHeld: true, next: null } : { name: from, token, target };
}
