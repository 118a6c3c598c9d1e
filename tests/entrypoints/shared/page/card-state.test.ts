import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CardEvent, type CardState, isOpen, reduceCard } from '../../../../entrypoints/shared/page/card-state';

type State = CardState<string>;
type Event = CardEvent<string>;

const TOKEN = 5;

/**
 * Parses the notation of the table: `i` idle, `r:a` resting on a, `h:a` hovered and held, `l:a` hovered and in grace, `n:a>b`
 * hovered with the pointer resting on b, `k:a` opened by key, `t:a` by a tap, `p:a/h` pinned after hovering.
 */
function stateOf(code: string, token: number): State {
  const [name, target = '', more = ''] = code.split(/[:>/]/);
  const froms = { h: 'hovered', k: 'keyed', t: 'tapped' } as const;
  switch (name) {
    case 'i':
      return { name: 'idle', token };
    case 'r':
      return { name: 'resting', token, target };
    case 'h':
    case 'l':
    case 'n':
      return { name: 'hovered', token, target, isHeld: name === 'h', next: more || null };
    case 'k':
    case 't':
      return { name: froms[name], token, target };
    case 'p':
      return { name: 'pinned', token, target, from: froms[more as keyof typeof froms] }; // By the notation.
    default:
      throw new Error(`there is no state ${code}`);
  }
}

const EVENTS: Record<string, Event> = {
  'over a, still': { type: 'over', target: 'a', isStill: true },
  'over a, moving': { type: 'over', target: 'a', isStill: false },
  'over b, still': { type: 'over', target: 'b', isStill: true },
  'over b, moving': { type: 'over', target: 'b', isStill: false },
  out: { type: 'out' },
  approached: { type: 'approached' },
  'rest ended': { type: 'restEnded', token: TOKEN },
  'rest ended, late': { type: 'restEnded', token: TOKEN - 1 },
  'grace ended': { type: 'graceEnded', token: TOKEN },
  'grace ended, late': { type: 'graceEnded', token: TOKEN - 1 },
  entered: { type: 'entered' },
  left: { type: 'left' },
  'keyed a': { type: 'keyed', target: 'a' },
  'keyed b': { type: 'keyed', target: 'b' },
  'tapped a': { type: 'tapped', target: 'a' },
  'tapped b': { type: 'tapped', target: 'b' },
  pinned: { type: 'pinned' },
  unpinned: { type: 'unpinned' },
  'pressed elsewhere': { type: 'pressedElsewhere' },
  lost: { type: 'lost' },
  dismissed: { type: 'dismissed' },
};

/** `=` is the same object, so that no timer restarts. */
const TABLE = `
                   i      r:a    h:a    l:a    n:a>b  k:a    t:a    p:a/h  p:a/k  p:a/t
over a, still      r:a    =      =      h:a    h:a    =      =      =      =      =
over a, moving     r:a    r:a    =      h:a    h:a    =      =      =      =      =
over b, still      r:b    r:b    n:a>b  n:a>b  =      =      =      =      =      =
over b, moving     r:b    r:b    n:a>b  n:a>b  n:a>b  =      =      =      =      =
out                =      i      l:a    =      l:a    =      =      =      =      =
approached         =      =      l:a    l:a    l:a    =      =      =      =      =
rest ended         =      h:a    =      =      h:b    =      =      =      =      =
rest ended, late   =      =      =      =      =      =      =      =      =      =
grace ended        =      =      =      i      =      =      =      =      =      =
grace ended, late  =      =      =      =      =      =      =      =      =      =
entered            =      =      =      h:a    h:a    =      =      =      =      =
left               =      =      l:a    =      l:a    =      =      =      =      =
keyed a            k:a    k:a    k:a    k:a    k:a    i      k:a    k:a    i      k:a
keyed b            k:b    k:b    k:b    k:b    k:b    k:b    k:b    k:b    k:b    k:b
tapped a           t:a    t:a    t:a    t:a    t:a    t:a    i      t:a    t:a    i
tapped b           t:b    t:b    t:b    t:b    t:b    t:b    t:b    t:b    t:b    t:b
pinned             =      =      p:a/h  p:a/h  p:a/h  p:a/k  p:a/t  =      =      =
unpinned           =      =      =      =      =      =      =      h:a    k:a    t:a
pressed elsewhere  =      i      i      i      i      i      i      =      =      =
lost               =      i      i      i      i      i      i      =      =      =
dismissed          =      i      i      i      i      i      i      i      i      i
`;

const [head = '', ...lines] = TABLE.trim().split('\n');
const states = head.trim().split(/\s+/);
const rows = lines.flatMap((line) => {
  const cells = line.trim().split(/\s{2,}/);
  const event = cells[0] ?? '';
  return states.map((state, i): [string, string, string] => [state, event, cells[i + 1] ?? '']);
});

describe('the state of a card', () => {
  it.each(rows)('%s, %s: %s', (code, eventName, expected) => {
    const before = stateOf(code, TOKEN);
    const event = EVENTS[eventName];
    if (!event) throw new Error(`there is no event ${eventName}`);
    const after = reduceCard(before, event);
    if (expected === '=') expect(after).toBe(before);
    else expect(after).toEqual(stateOf(expected, TOKEN + 1));
  });

  it('has a row for every event, and a column for every state', () => {
    expect(rows).toHaveLength(Object.keys(EVENTS).length * 10);
    expect(new Set(rows.map(([, event]) => event))).toEqual(new Set(Object.keys(EVENTS)));
  });

  it('changes its token with every change, so that outdated timers have no effect', () => {
    const target = fc.constantFrom('a', 'b', 'c');
    const event: fc.Arbitrary<Event> = fc.oneof(
      fc.record({ type: fc.constant('over' as const), target, isStill: fc.boolean() }),
      fc.record({ type: fc.constantFrom('restEnded' as const, 'graceEnded' as const), token: fc.nat(20) }),
      fc.record({ type: fc.constantFrom('keyed' as const, 'tapped' as const), target }),
      fc.record({
        type: fc.constantFrom(
          ...([
            'out',
            'approached',
            'entered',
            'left',
            'pinned',
            'unpinned',
            'pressedElsewhere',
            'lost',
            'dismissed',
          ] as const),
        ),
      }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        let state: State = { name: 'idle', token: 0 };
        for (const next of events) {
          const after: State = reduceCard(state, next);
          if (after !== state) expect(after.token).toBe(state.token + 1);
          if (isOpen(after) && state.name === 'idle') expect(['keyed', 'tapped']).toContain(next.type);
          state = after;
        }
      }),
    );
  });
});
