/** Changes bytes and texts at random, and scales tests that do so: `npm run fuzz` runs them for as long as it is told. */
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { amount } from './long-runs';

const TOKENS = [
  '"',
  '\n',
  '\t',
  ',',
  '<',
  '>',
  '&',
  ']]>',
  '{',
  '[',
  '\0',
  '\u202e',
  '</termSec>',
  '- **Note:** ',
  '## ',
  '1e999',
  'PK\u0003\u0004',
  '__proto__',
  '\\',
  '科',
  '\ud840\udc00',
  'null',
  '-1',
  '%',
];

/** A change of bytes: one is flipped, some are cut out, doubled or put in. */
const change = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'double', 'insert', 'end'),
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  length: fc.integer({ min: 1, max: 40 }),
  token: fc.constantFrom(...TOKENS),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** Up to four changes. */
export const changes = fc.array(change, { minLength: 1, maxLength: 4 });

/** The bytes after changes. */
export function mutate(bytes: Uint8Array, list: readonly Change[]): Uint8Array {
  return list.reduce(apply, bytes);
}

/** One of the texts after changes of its UTF-8. */
export function mutated(...texts: string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...texts), changes)
    .map(([text, list]) => new TextDecoder().decode(mutate(strToU8(text), list)));
}

/** As much of a JSON text after changes as can be read. Half of the changed texts are JSON no more: these are left out. */
export function mutatedJson(...values: unknown[]): fc.Arbitrary<unknown> {
  return mutated(...values.map((value) => JSON.stringify(value))).map((text) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return text;
    }
  });
}

/** Seconds for each property; unset outside `npm run fuzz`. */
const seconds = Number(process.env.PANGZHU_FUZZ_SECONDS) || null;
const seed = process.env.PANGZHU_FUZZ_SEED;

/** How often a property runs: by number, or under `npm run fuzz` by time. A failure prints its seed. */
export function fuzzing(usual: number, long: number): fc.Parameters<unknown> {
  const from = seed === undefined ? {} : { seed: Number(seed) };
  if (seconds === null) return { ...from, numRuns: amount(usual, long) };
  return { ...from, numRuns: 2 ** 31 - 1, interruptAfterTimeLimit: seconds * 1000 };
}

/** Time limit of a test that runs by `fuzzing`, in ms. */
export const FUZZ_TIMEOUT_MS = 240_000 + (seconds ?? 0) * 2000;

function apply(bytes: Uint8Array, { kind, at, length, token }: Change): Uint8Array {
  const start = Math.floor(at * bytes.length);
  const [before, after] = [bytes.subarray(0, start), bytes.subarray(start)];
  const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
  switch (kind) {
    case 'flip':
      return bytes.map((byte, i) => (i === start ? byte ^ (1 << (length % 8)) : byte));
    case 'cut':
      return join(before, after.subarray(length));
    case 'double':
      return join(before, after.subarray(0, length), after);
    case 'insert':
      return join(before, strToU8(token), after);
    default:
      return before;
  }
}
