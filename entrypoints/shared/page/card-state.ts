/**
 * Decides when a card opens and closes: a pure reducer, for cards of marks in the page and of terms in cards.
 * Each wait carries a token; a timer with an outdated token changes nothing.
 */

type OpenName = 'hovered' | 'keyed' | 'tapped';

type Phase<Target> =
  | { name: 'idle' }
  /** The pointer rests on a target; its card opens if the pointer stays. */
  | { name: 'resting'; target: Target }
  /**
   * Open by hover. `isHeld`: the pointer is on the target or its card. `next`: the pointer rests on another target.
   * With neither, the grace period runs.
   */
  | { name: 'hovered'; target: Target; isHeld: boolean; next: Target | null }
  /** Open by a command or key, with the focus in the card; the pointer has no effect. */
  | { name: 'keyed'; target: Target }
  /** Open by a tap or click on the target. */
  | { name: 'tapped'; target: Target }
  /** Open until the reader unpins or closes it. */
  | { name: 'pinned'; target: Target; from: OpenName };

/** `Target` is whatever a card explains; equal targets are the same object. Each state has a token of its own. */
export type CardState<Target> = Phase<Target> & { token: number };

export type CardEvent<Target> =
  /** The pointer is on a target; `isStill` if it hardly moved since it came to rest. */
  | { type: 'over'; target: Target; isStill: boolean }
  /** The pointer is on no target, or moves too fast to mean one. */
  | { type: 'out' }
  /** The pointer moves from the target towards its card. */
  | { type: 'approached' }
  | { type: 'restEnded'; token: number }
  | { type: 'graceEnded'; token: number }
  /** The pointer entered the card. */
  | { type: 'entered' }
  /** The pointer left the card. */
  | { type: 'left' }
  /** A command or key requests the target's card. */
  | { type: 'keyed'; target: Target }
  /** The target was tapped or clicked. */
  | { type: 'tapped'; target: Target }
  | { type: 'pinned' }
  | { type: 'unpinned' }
  /** The reader pressed outside the card and its target. */
  | { type: 'pressedElsewhere' }
  /** The target is gone or out of sight. */
  | { type: 'lost' }
  /** Esc, the card's close button, or the end of the page. */
  | { type: 'dismissed' };

export type OpenState<Target> = Exclude<CardState<Target>, { name: 'idle' | 'resting' }>;

/** Whether the card is visible, or becomes so once its code is loaded. */
export function isOpen<Target>(state: CardState<Target>): state is OpenState<Target> {
  return state.name !== 'idle' && state.name !== 'resting';
}

/** The target the pointer rests on while its card is not open yet, or null. */
export function restingTarget<Target>(state: CardState<Target>): Target | null {
  if (state.name === 'resting') return state.target;
  return state.name === 'hovered' ? state.next : null;
}

/** Whether the card closes unless the pointer returns. */
export function isInGrace<Target>(state: CardState<Target>): boolean {
  return state.name === 'hovered' && !state.isHeld && state.next === null;
}

/** The next state; the same object where nothing changes. */
export function reduceCard<Target>(state: CardState<Target>, event: CardEvent<Target>): CardState<Target> {
  const next = nextPhase(state, event);
  return next === state ? state : { ...next, token: state.token + 1 };
}

/** The state itself where nothing changes. */
function nextPhase<Target>(state: CardState<Target>, event: CardEvent<Target>): Phase<Target> {
  switch (event.type) {
    case 'over':
      return pointAt(state, event.target, event.isStill);
    case 'out':
      return state.name === 'resting' ? { name: 'idle' } : letGo(state);
    case 'approached':
      // Each move on the way to the card restarts the grace period.
      return state.name === 'hovered' ? { ...state, isHeld: false, next: null } : state;
    case 'left':
      return letGo(state);
    case 'restEnded':
      return event.token === state.token ? afterRest(state) : state;
    case 'graceEnded':
      return event.token === state.token && isInGrace(state) ? { name: 'idle' } : state;
    case 'entered':
      return hold(state);
    case 'keyed':
    case 'tapped':
      return toggle(state, event.type, event.target);
    case 'pinned':
      return !isOpen(state) || state.name === 'pinned'
        ? state
        : { name: 'pinned', target: state.target, from: state.name };
    case 'unpinned':
      return unpin(state);
    case 'pressedElsewhere':
    case 'lost':
      return state.name === 'pinned' ? state : close(state);
    case 'dismissed':
      return close(state);
    default:
      return event satisfies never;
  }
}

function close<Target>(state: CardState<Target>): Phase<Target> {
  return state.name === 'idle' ? state : { name: 'idle' };
}

function afterRest<Target>(state: CardState<Target>): Phase<Target> {
  const target = restingTarget(state);
  return target === null ? state : { name: 'hovered', target, isHeld: true, next: null };
}

function letGo<Target>(state: CardState<Target>): Phase<Target> {
  return state.name !== 'hovered' || isInGrace(state) ? state : { ...state, isHeld: false, next: null };
}

function hold<Target>(state: CardState<Target>): Phase<Target> {
  return state.name !== 'hovered' || state.isHeld ? state : { ...state, isHeld: true, next: null };
}

function pointAt<Target>(state: CardState<Target>, target: Target, isStill: boolean): Phase<Target> {
  const isKnown = isStill && restingTarget(state) === target;
  if (!isOpen(state)) return isKnown ? state : { name: 'resting', target };
  if (state.name !== 'hovered') return state;
  if (state.target === target) return hold(state);
  return isKnown ? state : { ...state, isHeld: false, next: target };
}

/** Opens the target's card in the given way, or closes a card that was opened in the same way for the same target. */
function toggle<Target>(state: CardState<Target>, name: 'keyed' | 'tapped', target: Target): Phase<Target> {
  const openedBy = state.name === 'pinned' ? state.from : state.name;
  const isAgain = openedBy === name && isOpen(state) && state.target === target;
  return isAgain ? { name: 'idle' } : { name, target };
}

/** Returns to the way the card was opened: the reader who unpins it has the pointer or the focus in it. */
function unpin<Target>(state: CardState<Target>): Phase<Target> {
  if (state.name !== 'pinned') return state;
  const { from: name, target } = state;
  return name === 'hovered' ? { name, target, isHeld: true, next: null } : { name, target };
}
