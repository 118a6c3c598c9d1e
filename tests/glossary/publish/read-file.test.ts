import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planFetch, planParts } from '../../../glossary/publish/plan-fetch';
import { readLimited, readPublishedFile } from '../../../glossary/publish/read-file';
import { fileOf, manifestOf, streamOf } from './publication';

const text = '会士\ufeff是会员的最高一级。\n'.repeat(200);
const { file, sent } = await fileOf(text);

/** Gives bytes for ever; `asked` counts them. */
function endless(first: Uint8Array<ArrayBuffer>) {
  const given = { bytes: 0, isCancelled: false };
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const chunk = given.bytes === 0 ? first : new Uint8Array(1_000);
      given.bytes += chunk.length;
      controller.enqueue(chunk);
    },
    cancel() {
      given.isCancelled = true;
    },
  });
  return { stream, given };
}

describe('a published file', () => {
  it.each([1, 2, 7, 100_000])('is read from pieces of %i bytes', async (size) => {
    expect(await readPublishedFile(streamOf(sent, size), file)).toEqual({ ok: true, value: text });
  });

  it('may arrive decompressed', async () => {
    const plain = new TextEncoder().encode(text);
    expect(await readPublishedFile(streamOf(plain), file)).toEqual({ ok: true, value: text });
  });

  it('is refused at each changed byte that changes its text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(sent.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const changed = sent.slice();
        changed[at] = (changed[at] ?? 0) ^ mask;
        const read = await readPublishedFile(streamOf(changed), file);
        expect(read.ok ? read.value : read.failure.kind).toBeOneOf([text, 'wrong-hash', 'too-large']);
      }),
    );
  });

  it('is refused if it ends early, or is empty', async () => {
    const early = await readPublishedFile(streamOf(sent.slice(0, -9)), file);
    expect(early).toMatchObject({ failure: { kind: 'wrong-hash' } });
    const empty = await readPublishedFile(streamOf(new Uint8Array()), file);
    expect(empty).toMatchObject({ failure: { kind: 'wrong-hash' } });
  });

  it.each([
    ['compressed', sent, file.bytes],
    ['plain', new TextEncoder().encode('a'), file.rawBytes],
  ])('that does not end is cancelled: %s', async (_, first, limit) => {
    const { stream, given } = endless(first);
    expect(await readPublishedFile(stream, file)).toEqual({ ok: false, failure: { kind: 'too-large', limit } });
    expect(given.isCancelled).toBe(true);
    expect(given.bytes).toBeLessThan(limit + 3_000);
  });

  it('that decompresses to more than its size is refused', async () => {
    const bomb = await fileOf('0'.repeat(1_000_000));
    const read = await readPublishedFile(streamOf(bomb.sent), { ...bomb.file, rawBytes: 5_000 });
    expect(read).toEqual({ ok: false, failure: { kind: 'too-large', limit: 5_000 } });
  });

  it('reports a broken connection as what it is', async () => {
    const broken = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => controller.error(new Error('reset')),
    });
    await expect(readPublishedFile(broken, file)).rejects.toThrow('reset');
  });
});

it('a file without a hash is read up to a limit', async () => {
  expect(await readLimited(streamOf(new TextEncoder().encode('{}')), 2)).toEqual({ ok: true, value: '{}' });
  expect(await readLimited(streamOf(new TextEncoder().encode('{ }')), 2)).toMatchObject({
    failure: { kind: 'too-large' },
  });
});

describe('what to fetch', () => {
  const sized = (bytes: number, digit: string) => ({ sha256: digit.repeat(64), bytes, rawBytes: bytes * 3 });
  const published = async () =>
    manifestOf({
      full: { ...sized(1_000, 'f'), count: 5 },
      parts: sized(50, 'a'),
      deltas: [
        { from: 6, ...sized(10, 'd') },
        { from: 5, ...sized(2_000, 'e') },
      ],
    });

  it.each([
    ['the whole without a stored revision', null, 'full'],
    ['nothing for the same revision', { seq: 7 }, 'nothing'],
    ['the delta from the stored one', { seq: 6 }, 'delta'],
    ['parts if the delta is larger than the whole', { seq: 5 }, 'parts'],
    ['parts without a delta', { seq: 1 }, 'parts'],
  ])('is %s', async (_, stored, kind) => {
    expect(planFetch(stored, await published())).toMatchObject({ kind });
  });

  it('is the whole if its parts would be hardly less', async () => {
    const list = { parts: [sized(300, '1'), sized(300, '2'), sized(500, '3')] };
    const changed = planParts(list, new Set(['2'.repeat(64), '3'.repeat(64)]), await published());
    expect(changed).toEqual([list.parts[0]]);
    expect(planParts(list, new Set(['2'.repeat(64)]), await published())).toBeNull();
  });
});
