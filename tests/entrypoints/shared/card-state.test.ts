import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CardEvent, type CardState, reduceCard } from '../../../entrypoints/shared/card-state';

type State = CardState<string>;
type Event = CardEvent<string>;

const idle: State = { name: 'idle', token: 5 };
const resting: State = { name: 'resting', token: 5, target: 'a' };
const held: State = { name: 'open', token: 5, target: 'a', isHeld: true, next: null };
const left: State = { name: 'open', token: 5, target: 'a', isHeld: false, next: null };
const turning: State = { name: 'open', token: 5, target: 'a', isHeld: false, next: 'b' };

const over = (target: string, isStill = false): Event => ({ type: 'over', target, isStill });
const rested = (token = 5): Event => ({ type: 'rested', token });
const graced = (token = 5): Event => ({ type: 'graced', token });

/** `same`: the very object, so that no timer is started anew. */
const rows: [string, State, Event, State | 'same'][] = [
  ['a pointer on a mark begins to rest', idle, over('a'), { name: 'resting', token: 6, target: 'a' }],
  ['a still pointer goes on resting', resting, over('a', true), 'same'],
  ['a moving pointer rests anew', resting, over('a'), { name: 'resting', token: 6, target: 'a' }],
  ['another mark rests anew', resting, over('b', true), { name: 'resting', token: 6, target: 'b' }],
  ['a fly-by opens nothing', resting, { type: 'out' }, { name: 'idle', token: 6 }],
  ['a rest opens the card', resting, rested(), { name: 'open', token: 6, target: 'a', isHeld: true, next: null }],
  ['a late rest opens nothing', { ...resting, token: 6 }, rested(5), 'same'],
  ['a rest that was given up opens nothing', idle, rested(), 'same'],
  ['leaving the mark lets go', held, { type: 'out' }, { ...left, token: 6 }],
  ['leaving the card lets go', held, { type: 'cardLeft' }, { ...left, token: 6 }],
  ['leaving twice does not prolong the grace', left, { type: 'out' }, 'same'],
  ['the grace closes the card', left, graced(), { name: 'idle', token: 6 }],
  ['a late grace closes nothing', left, graced(4), 'same'],
  ['a grace of a held card closes nothing', held, graced(), 'same'],
  ['the card entered is held', left, { type: 'cardEntered' }, { ...held, token: 6 }],
  ['the mark entered again is held', left, over('a'), { ...held, token: 6 }],
  ['a held card stays held', held, over('a'), 'same'],
  ['another mark is turned to', held, over('b'), { ...turning, token: 6 }],
  ['resting on another mark goes on', turning, over('b', true), 'same'],
  ['a rest on another mark turns the card', turning, rested(), { ...held, token: 6, target: 'b' }],
  ['entering the card forgets the other mark', turning, { type: 'cardEntered' }, { ...held, token: 6 }],
  ['leaving the other mark lets go', turning, { type: 'out' }, { ...left, token: 6 }],
  ['dismissal ends a rest', resting, { type: 'dismissed' }, { name: 'idle', token: 6 }],
  ['dismissal closes a held card', held, { type: 'dismissed' }, { name: 'idle', token: 6 }],
  ['dismissal of nothing is nothing', idle, { type: 'dismissed' }, 'same'],
  ['a card cannot be entered before it is open', resting, { type: 'cardEntered' }, 'same'],
  ['a card left before it is open changes nothing', resting, { type: 'cardLeft' }, 'same'],
];

describe('reduceCard', () => {
  it.each(rows)('%s', (_name, state, event, expected) => {
    const after = reduceCard(state, event);
    if (expected === 'same') expect(after).toBe(state);
    else expect(after).toEqual(expected);
  });

  it('takes a new token with every change, so that no old timer or answer counts', () => {
    const event = fc.oneof<fc.Arbitrary<Event>[]>(
      fc.record({ type: fc.constant('over'), target: fc.constantFrom('a', 'b', 'c'), isStill: fc.boolean() }),
      fc.record({ type: fc.constantFrom('rested', 'graced'), token: fc.nat(20) }),
      fc.record({ type: fc.constantFrom('out', 'cardEntered', 'cardLeft', 'dismissed') }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        let state: State = { name: 'idle', token: 0 };
        for (const next of events) {
          const after: State = reduceCard(state, next);
          if (after !== state) expect(after.token).toBe(state.token + 1);
          if (after.name === 'open' && state.name === 'idle') throw new Error('opened without a rest');
          state = after;
        }
      }),
    );
  });
});
