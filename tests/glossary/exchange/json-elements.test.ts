import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonElements } from '../../../glossary/exchange/json-elements';

/** Elements and rest of a text that comes in pieces of some length. */
async function read(text: string, length = text.length): Promise<{ elements: string[]; rest: string }> {
  async function* pieces() {
    for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
  }
  const elements: string[] = [];
  let rest = '';
  for await (const parts of jsonElements(pieces(), 'terms')) {
    for (const part of parts) {
      if (part.kind === 'element') elements.push(part.text);
      else rest = part.text;
    }
  }
  return { elements, rest };
}

describe('elements of a list in JSON', () => {
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
    ['a value of the name', '{"a":"terms","b":[1]}', [], { a: 'terms', b: [1] }],
    ['no list under the name', '{"terms":{"a":[1]}}', [], { terms: { a: [1] } }],
    ['a second list', '{"terms":[1],"terms":[2]}', [1], { terms: [2] }],
    ['an array', '[1,2]', [], [1, 2]],
  ])('%s', async (_name, text, elements, rest) => {
    const found = await read(text);
    expect(found.elements.map((element) => JSON.parse(element))).toEqual(elements);
    expect(JSON.parse(found.rest)).toEqual(rest);
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
        expect(found.elements.map((element) => JSON.parse(element))).toEqual(terms);
        expect(JSON.parse(found.rest)).toEqual({ ...others, terms: [] });
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
});
