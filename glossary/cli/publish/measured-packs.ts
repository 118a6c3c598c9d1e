/** Measures the files of packs of several sizes, by publishing two revisions of each in memory. */
import { gzipSync } from 'node:zlib';
import { writePackFile } from '../../exchange/pack-file';
import { createKeyPair, signPayload } from '../../publish/envelope';
import { makeRevision } from '../../publish/make-revision';
import { PUBLISH_LIMITS } from '../../publish/manifest';
import { splitParts } from '../../publish/parts';
import type { PublishedSizes } from '../../publish/scale';

/** Sizes of a pack, in bytes. */
export interface MeasuredPack extends PublishedSizes {
  terms: number;
  /** Terms that a revision changes. */
  changed: number;
  /** Of the pack file, before compression. */
  raw: number;
  /** Number of parts, and their bytes together. */
  parts: number;
  partBytes: number;
  /** Number and bytes of the parts that the revision changes. */
  changedParts: number;
  changedBytes: number;
}

/** Share of the terms that a revision changes: 20 of 5,000. */
const CHANGED_SHARE = 0.004;

/** Random numbers that are the same in each run (mulberry32). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/**
 * Makes terms with definitions of 40 to 120 characters out of pieces of a text, which compress about as prose does.
 * @param text Chinese prose.
 */
function termMaker(text: string, seed: number) {
  const random = randomNumbers(seed);
  const prose = text.replace(/[^\u4e00-\u9fff，。、；：]/g, '');
  const piece = (least: number, more: number): string => {
    const start = random(prose.length - least - more);
    return prose.slice(start, start + least + random(more + 1));
  };
  const definition = (): string => {
    let made = '';
    while (made.length < 40 + random(80)) made += piece(2, 5);
    return `${made}。`;
  };
  return (i: number) => ({ id: `t${i}`, headword: `${piece(2, 4)}${i}`, forms: [], definition: definition() });
}

/** @param prose of which definitions are made. Takes seconds for 100,000 terms. */
export async function measurePack(terms: number, prose: string): Promise<MeasuredPack> {
  const changed = Math.max(1, Math.round(terms * CHANGED_SHARE));
  const make = termMaker(prose, terms);
  const before = Array.from({ length: terms }, (_, i) => make(i));
  const random = randomNumbers(1);
  const after = [...before];
  for (let i = 0; i < changed; i++) {
    const place = random(terms);
    after[place] = { ...make(place), headword: before[place]?.headword ?? '' };
  }
  const about = { id: 'measured', title: '测量', languages: ['zh-Hans'] };
  const [old, text] = [before, after].map((list) => [...writePackFile({ ...about, terms: list })].join(''));
  if (old === undefined || text === undefined) throw new Error('no text was written');
  const gzip = (content: string) => gzipSync(content, { level: 9 });
  const { named } = await makeRevision({ text, count: terms }, [{ seq: 1, text: async () => old }], gzip);
  const known = new Set(splitParts(old));
  const parts = splitParts(text);
  const fresh = parts.filter((part) => !known.has(part));
  const bytesOf = (list: readonly string[]) => list.reduce((sum, part) => sum + gzip(part).length, 0);
  return {
    ...{ terms, changed, raw: named.full.rawBytes, full: named.full.bytes, delta: named.deltas[0]?.bytes ?? 0 },
    latest: await latestBytes(named),
    parts: parts.length,
    partBytes: bytesOf(parts),
    changedParts: fresh.length,
    changedBytes: bytesOf(fresh) + named.parts.bytes,
  };
}

/** Of a manifest with all deltas, as a server compresses it. */
async function latestBytes(named: Awaited<ReturnType<typeof makeRevision>>['named']): Promise<number> {
  const [key, offline] = await Promise.all([createKeyPair(), createKeyPair()]);
  const deltas = Array.from({ length: PUBLISH_LIMITS.deltas }, (_, i) => ({
    ...named.parts,
    from: 400 + i,
    // Hashes do not repeat.
    sha256: toHex(crypto.getRandomValues(new Uint8Array(32))),
  }));
  const keys = { current: [key.publicKey, offline.publicKey] };
  const times = { created: new Date(0).toISOString(), expires: new Date(0).toISOString() };
  const payload = {
    spec: 1,
    id: 'measured',
    seq: 430,
    title: '测量',
    languages: ['zh'],
    ...times,
    ...named,
    deltas,
    keys,
  };
  return gzipSync(await signPayload(JSON.stringify(payload), [key]), { level: 6 }).length;
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
