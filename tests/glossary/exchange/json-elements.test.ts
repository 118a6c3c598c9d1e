import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonElements } from '../../../glossary/exchange/json-elements';

/** Elements and rest of a text that comes in pieces of some length. */
async function read(
  text: string,
  length = text.length,
  isList: (key: string | null) => boolean = (key) => key === 'terms',
): Promise<{ elements: string[]; places: string[]; rest: string }> {
  async function* pieces() {
    for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
  }
  const elements: string[] = [];
  const places: string[] = [];
  let rest = '';
  for await (const parts of jsonElements(pieces(), isList)) {
    for (const part of parts) {
      if (part.kind === 'rest') rest = part.text;
      else {
        elements.push(part.text);
        places.push(part.where);
      }
    }
  }
  return { elements, places, rest };
}

const parsed = (texts: readonly string[]) => texts.map((text) => JSON.parse(text));

describe('elements of lists in JSON', () => {
  it.each<[name: string, text: string, elements: unknown[], rest: unknown]>([
    ['no list', '{"a":1}', [], { a: 1 }],
    ['an empty list', '{"terms":[ ],"a":1}', [], { terms: [], a: 1 }],
    [
      'a list',
      '{"terms":[{"x":[1,{"y":"]"}]}, "a,b", 3],"a":1}',
      [{ x: [1, { y: ']' }] }, 'a,b', 3],
      { terms: [], a: 1 },
    ],
    ['a list further in', '{"a":{"terms":[1]},"terms":[2]}', [2], { a: { terms: [1] }, terms: [] }],
    ['a list in a list', '{"a":[{"terms":[1]}]}', [], { a: [{ terms: [1] }] }],
    ['a key with an escape', '{"\\u0074erms":[1]}', [1], { terms: [] }],
    ['a value of the name', '{"a":"terms","b":[1]}', [], { a: 'terms', b: [1] }],
    ['no list under the name', '{"terms":{"a":[1]}}', [], { terms: { a: [1] } }],
    ['a second list', '{"terms":[1],"terms":[2]}', [1, 2], { terms: [] }],
    ['an array', '[1,[2]]', [], [1, [2]]],
  ])('%s', async (_name, text, elements, rest) => {
    const found = await read(text);
    expect(parsed(found.elements)).toEqual(elements);
    expect(JSON.parse(found.rest)).toEqual(rest);
  });

  it('have their paths', async () => {
    const isAny = () => true;
    expect(await read('{"a":[1,[2]],"b":[{"c":[3]}]}', 5, isAny)).toMatchObject({
      elements: ['1', '[2]', '{"c":[3]}'],
      places: ['a[0]', 'a[1]', 'b[0]'],
    });
    expect(await read('[[1,2],{"a":[3]}]', 5, isAny)).toMatchObject({
      elements: ['[1,2]', '{"a":[3]}'],
      places: ['[0]', '[1]'],
      rest: '[]',
    });
  });

  it('are the same however the text is cut', async () => {
    const object = fc.record({
      a: fc.jsonValue(),
      terms: fc.array(fc.jsonValue(), { maxLength: 5 }),
      z: fc.jsonValue(),
    });
    await fc.assert(
      fc.asyncProperty(object, fc.integer({ min: 1, max: 9 }), fc.constantFrom(0, 2), async (value, length, indent) => {
        const { terms, ...others } = JSON.parse(JSON.stringify(value));
        const found = await read(JSON.stringify(value, null, indent), length);
        expect(parsed(found.elements)).toEqual(terms);
        expect(JSON.parse(found.rest)).toEqual({ ...others, terms: [] });
        const atTop = await read(JSON.stringify(terms, null, indent), length, (key) => key === null);
        expect(parsed(atTop.elements)).toEqual(terms);
      }),
    );
  });

  it.each(['{"terms":[{"a":1}', '{"terms":["a', '{"terms":[1,2}', ''])(
    'cut off, %j leaves a rest that is no JSON',
    async (text) => {
      const { rest } = await read(text);
      expect(() => JSON.parse(rest)).toThrow();
    },
  );

  it.each(['{"a":"', '{"terms":["'])(
    '%s with a text without an end is refused before all of it is in memory',
    async (start) => {
      let given = 0;
      async function* pieces() {
        yield start;
        for (; given < 100; given++) yield ' '.repeat(2 ** 20);
      }
      const reading = async () => {
        for await (const _ of jsonElements(pieces(), (key) => key === 'terms'));
      };
      await expect(reading()).rejects.toMatchObject({ fault: { code: 'too-large' } });
      expect(given).toBeLessThan(20);
    },
  );
});
