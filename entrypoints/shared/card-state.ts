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
  switch (event.type) {
    case 'over':
      return pointAt(state, event.target, event.isStill);
    case 'out':
      return state.name === 'resting' ? idle(state) : letGo(state);
    case 'cardLeft':
      return letGo(state);
    case 'rested':
      return event.token === state.token ? afterRest(state) : state;
    case 'graced':
      return event.token === state.token && isLeft(state) ? idle(state) : state;
    case 'cardEntered':
      return hold(state);
    case 'dismissed':
      return state.name === 'idle' ? state : idle(state);
    default:
      return event satisfies never;
  }
}

function idle<Target>(state: CardState<Target>): CardState<Target> {
  return { name: 'idle', token: state.token + 1 };
}

function afterRest<Target>(state: CardState<Target>): CardState<Target> {
  if (state.name === 'idle') return state;
  const target = state.name === 'resting' ? state.target : state.next;
  return target === null ? state : { name: 'open', token: state.token + 1, target, isHeld: true, next: null };
}

function isLeft<Target>(state: CardState<Target>): boolean {
  return state.name === 'open' && !state.isHeld && state.next === null;
}

function letGo<Target>(state: CardState<Target>): CardState<Target> {
  if (state.name !== 'open' || isLeft(state)) return state;
  return { ...state, token: state.token + 1, isHeld: false, next: null };
}

function hold<Target>(state: CardState<Target>): CardState<Target> {
  if (state.name !== 'open' || (state.isHeld && state.next === null)) return state;
  return { ...state, token: state.token + 1, isHeld: true, next: null };
}

function pointAt<Target>(state: CardState<Target>, target: Target, isStill: boolean): CardState<Target> {
  const token = state.token + 1;
  if (state.name === 'open') {
    if (state.target === target) return hold(state);
    return state.next === target && isStill ? state : { ...state, token, isHeld: false, next: target };
  }
  if (state.name === 'resting' && state.target === target && isStill) return state;
  return { name: 'resting', token, target };
}
