/**
 * Owns when a card opens and closes: a pure reducer. Every wait carries a token; a timer or answer with an old one
 * changes nothing.
 */

/** How long the pointer rests on a mark before its card opens, in ms. */
export const REST_MS = 300;
/** When in that time the card's code and content are asked for, in ms. */
export const PREPARE_MS = 150;
/** How long a card stays after the pointer left it and its mark, in ms. */
export const GRACE_MS = 300;

/** `Target` is whatever a card can be about; equal targets are the same object. */
export type CardState<Target> =
  | { name: 'idle'; token: number }
  /** The pointer rests on a mark; the card opens if it stays. */
  | { name: 'resting'; token: number; target: Target }
  /** `next`: the pointer rests on another mark. With neither `isHeld` nor `next` the grace runs. */
  | { name: 'open'; token: number; target: Target; isHeld: boolean; next: Target | null };

export type CardEvent<Target> =
  /** The pointer is on a mark; `isStill` if it hardly moved since the last event. */
  | { type: 'over'; target: Target; isStill: boolean }
  | { type: 'out' }
  | { type: 'rested'; token: number }
  | { type: 'graced'; token: number }
  | { type: 'cardEntered' }
  | { type: 'cardLeft' }
  /** Esc, a click elsewhere, the mark gone. */
  | { type: 'dismissed' };

/** The next state; the same object where nothing changes. */
export function reduceCard<Target>(state: CardState<Target>, event: CardEvent<Target>): CardState<Target> {
  const token = state.token + 1;
  switch (event.type) {
    case 'over':
      return pointAt(state, event.target, event.isStill);
    case 'out':
    case 'cardLeft':
      if (state.name === 'resting') return event.type === 'out' ? { name: 'idle', token } : state;
      if (state.name === 'open' && (state.isHeld || state.next)) return { ...state, token, isHeld: false, next: null };
      return state;
    case 'rested':
      if (event.token !== state.token) return state;
      if (state.name === 'resting') return open(token, state.target);
      if (state.name === 'open' && state.next) return open(token, state.next);
      return state;
    case 'graced':
      return event.token === state.token && state.name === 'open' && !state.isHeld && !state.next
        ? { name: 'idle', token }
        : state;
    case 'cardEntered':
      return state.name === 'open' && (!state.isHeld || state.next)
        ? { ...state, token, isHeld: true, next: null }
        : state;
    case 'dismissed':
      return state.name === 'idle' ? state : { name: 'idle', token };
    default:
      return event satisfies never;
  }
}

function open<Target>(token: number, target: Target): CardState<Target> {
  return { name: 'open', token, target, isHeld: true, next: null };
}

function pointAt<Target>(state: CardState<Target>, target: Target, isStill: boolean): CardState<Target> {
  const token = state.token + 1;
  if (state.name === 'open') {
    if (state.target === target)
      return state.isHeld && !state.next ? state : { ...state, token, isHeld: true, next: null };
    return state.next === target && isStill ? state : { ...state, token, isHeld: false, next: target };
  }
  if (state.name === 'resting' && state.target === target && isStill) return state;
  return { name: 'resting', token, target };
}
