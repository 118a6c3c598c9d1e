import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createKeyPair,
  type Handover,
  type KeyPair,
  signHandover,
  signPayload,
} from '../../../glossary/publish/envelope';
import type { PublicationFailure } from '../../../glossary/publish/failure';
import type { PublishedManifest } from '../../../glossary/publish/manifest';
import { type Known, openManifest } from '../../../glossary/publish/open-manifest';
import { amount } from '../../long-runs';
import { latestOf, manifestOf, offline, online, stranger } from './publication';

const [A, B, X] = [online.publicKey, offline.publicKey, stranger.publicKey];
const reader = { now: new Date('2026-06-01'), version: '0.1.0' };
const pinned: Known = { keys: { current: [A, B] }, revision: null };
const manifest = await manifestOf({ keys: { current: [A, B] } });
const { sha256 } = manifest.full;
const created = '2025-12-01T00:00:00Z';
const stored: Known = { ...pinned, revision: { id: 'birds', seq: 6, sha256: '0'.repeat(64), created } };

async function failureOf(
  changes: object,
  known: Known = stored,
  signers = [online],
): Promise<PublicationFailure['kind'] | null> {
  const opened = await openManifest(await latestOf({ ...manifest, ...changes }, signers), known, reader);
  return opened.ok ? null : opened.failure.kind;
}

const withSeq = (seq: number, hash = '0'.repeat(64)): Known => ({
  ...stored,
  revision: { id: 'birds', seq, sha256: hash, created },
});

describe('a manifest', () => {
  it('is accepted with the keys to accept from now on', async () => {
    const keys = { current: [A, B] };
    const opened = await openManifest(await latestOf({ ...manifest, keys }), stored, reader);
    expect(opened).toMatchObject({ ok: true, value: { manifest: { seq: 7 }, keys, signers: [A], isSame: false } });
  });

  it('may have unknown fields', async () => {
    expect(await failureOf({ later: { a: 1 } })).toBeNull();
  });

  it.each<[string, object, Known, PublicationFailure['kind'] | null]>([
    ['is another pack', { id: 'fish' }, stored, 'wrong-pack'],
    ['is older than the stored one', {}, withSeq(8), 'rollback'],
    ['has the same number and other content', {}, withSeq(7), 'rollback'],
    ['is the stored one', {}, withSeq(7, sha256), null],
    ['is the stored one, signed before it', { created: '2025-11-01T00:00:00Z' }, withSeq(7, sha256), 'rollback'],
    ['has expired', { expires: '2026-06-01T00:00:00Z' }, stored, 'expired'],
    ['expires at a time without a meaning', { expires: '2026-07-01T00:00:00+08' }, stored, 'malformed'],
    ['expires in a month that there is not', { expires: '2026-13-01T00:00:00Z' }, stored, 'malformed'],
    ['expires at a time in words', { expires: 'July 2026' }, stored, 'malformed'],
    ['is followed at a time without a meaning', { next: '2026-07-01T00:00:00+08' }, stored, 'malformed'],
    ['needs a newer extension', { minClient: '0.1.1' }, stored, 'old-client'],
    ['needs this version', { minClient: '0.1' }, stored, null],
    ['is of another format', { spec: 2 }, stored, 'malformed'],
    ['has no title', { title: undefined }, stored, 'malformed'],
    ['has a homepage that is not https', { homepage: 'http://a.example' }, stored, 'malformed'],
    ['has a site that is a script', { site: 'javascript:alert(1)//' }, stored, 'malformed'],
    ['has more terms than a pack may', { full: { ...manifest.full, count: 1e6 } }, stored, 'malformed'],
    ['has a file of endless bytes', { parts: { ...manifest.parts, rawBytes: 2 ** 40 } }, stored, 'malformed'],
    ['names a path as a hash', { parts: { ...manifest.parts, sha256: '../x' } }, stored, 'malformed'],
    [
      'has 31 deltas',
      { deltas: Array.from({ length: 31 }, () => ({ ...manifest.parts, from: 1 })) },
      stored,
      'malformed',
    ],
  ])('that %s', async (_, changes, known, failure) => {
    expect(await failureOf(changes, known)).toBe(failure);
  });

  it('is refused at each changed byte', async () => {
    const latest = await latestOf(manifest);
    await fc.assert(
      fc.asyncProperty(fc.nat(latest.length - 2), fc.integer({ min: 1, max: 127 }), async (at, mask) => {
        const changed = latest.slice(0, at) + String.fromCharCode(latest.charCodeAt(at) ^ mask) + latest.slice(at + 1);
        const opened = await openManifest(changed, stored, reader);
        // A change of an unsigned name, such as that of a field, makes it malformed; white space changes nothing.
        if (opened.ok) expect(JSON.parse(changed)).toEqual(JSON.parse(latest));
      }),
      { numRuns: amount(100, 5_000) },
    );
  });

  it.each(['', '{}', 'null', '[]', '{"payload":"e30","sigs":[]}'])('is refused if the file is %j', async (text) => {
    expect(await openManifest(text, stored, reader)).toMatchObject({ failure: { kind: 'malformed' } });
  });

  it('is refused if it is larger than a manifest can be, before anything is verified', async () => {
    expect(await openManifest(' '.repeat(70_000), stored, reader)).toMatchObject({ failure: { kind: 'too-large' } });
  });
});

describe('keys', () => {
  const next = (keys: PublishedManifest['keys'], signers = [online], known = stored) =>
    failureOf({ keys }, known, signers);
  const one: Known = { ...stored, keys: { current: [A] } };

  it('of a stranger are refused, whatever the manifest says of them', async () => {
    expect(await next({ current: [X] }, [stranger])).toBe('wrong-key');
    expect(await next({ current: [A, B] }, [stranger])).toBe('wrong-key');
  });

  it('of a stranger beside an accepted one do no harm', async () => {
    expect(await next({ current: [A, B] }, [stranger, online])).toBeNull();
  });

  it('must really have signed', async () => {
    const forged = (await signPayload(JSON.stringify(manifest), [stranger])).replace(X, A);
    expect(await openManifest(forged, stored, reader)).toMatchObject({ failure: { kind: 'bad-signature' } });
  });

  it('are those of the manifest if the address names none', async () => {
    const first: Known = { keys: null, revision: null };
    expect(await next({ current: [A] }, [online], first)).toBeNull();
    expect(await next({ current: [A] }, [stranger], first)).toBe('wrong-key');
  });

  it('may be completed by an offline one', async () => {
    expect(await next({ current: [A, B] }, [online], one)).toBeNull();
  });

  it.each([[[B]], [[X, A]], [[A]], [[A, X]], [[B, A]]])(
    'that a manifest changes to %j need consent',
    async (current) => {
      expect(await next({ current })).toBe('keys-changed');
    },
  );

  describe('handed over', () => {
    const open = async (handovers: readonly Handover[], current: string[], signer: KeyPair, known = stored) => {
      const latest = await signPayload(JSON.stringify({ ...manifest, keys: { current } }), [signer], handovers);
      const opened = await openManifest(latest, known, reader);
      return opened.ok ? opened.value.keys.current : opened.failure.kind;
    };

    it('by the first or the offline one are accepted', async () => {
      expect(await open([await signHandover('birds', A, [X, B], [online])], [X, B], stranger)).toEqual([X, B]);
      expect(await open([await signHandover('birds', A, [X, B], [offline])], [X, B], stranger)).toEqual([X, B]);
      expect(await open([await signHandover('birds', A, [X], [online])], [X], stranger, one)).toEqual([X]);
    });

    it('several times are followed one by one', async () => {
      const handovers = [
        await signHandover('birds', A, [X, B], [online]),
        await signHandover('birds', X, [X, A], [offline, stranger]),
        await signHandover('birds', X, [B], [online]),
      ];
      expect(await open(handovers, [B], offline)).toEqual([B]);
    });

    it('never lose the offline one without its signature', async () => {
      for (const keys of [[X], [X, A], [B, X], [B]])
        expect(await open([await signHandover('birds', A, keys, [online])], keys, stranger)).toBe('wrong-key');
    });

    it('by a stranger are ignored', async () => {
      expect(await open([await signHandover('birds', A, [X, B], [stranger])], [X, B], stranger)).toBe('wrong-key');
      expect(await open([await signHandover('birds', A, [X, B], [stranger])], [A, B], online)).toEqual([A, B]);
    });

    it('for another pack are refused', async () => {
      expect(await open([await signHandover('fish', A, [X, B], [online])], [X, B], stranger)).toBe('wrong-pack');
    });

    describe('by the offline one, for a key that was stolen later,', async () => {
      const third = await createKeyPair();
      const C = third.publicKey;
      const old = await signHandover('birds', A, [X, B], [offline]);
      const chain = [old, await signHandover('birds', X, [C, B], [offline])];
      const keysAfter = async (known: Known) => {
        const latest = await signPayload(JSON.stringify({ ...manifest, keys: { current: [C, B] } }), [third], chain);
        const opened = await openManifest(latest, known, reader);
        return opened.ok ? opened.value.keys : null;
      };

      it('do not lead back readers who accepted a later handover', async () => {
        const keys = await keysAfter(stored);
        expect(keys).toEqual({ current: [C, B], past: [A, X] });
        expect(await keysAfter({ ...stored, keys })).toEqual(keys);
        expect(await open([old], [X, B], stranger, { ...stored, keys })).toBe('wrong-key');
      });

      it('do not lead readers who followed later to a former key', async () => {
        const keys = { current: [C, B] };
        expect(await keysAfter({ keys, revision: null })).toEqual(keys);
        expect(await open([old], [X, B], stranger, { keys, revision: null })).toBe('wrong-key');
      });

      it('lead away from keys that the thief handed over to', async () => {
        const stolen = await createKeyPair();
        const keys = { current: [stolen.publicKey, B], past: [A, X] };
        expect(await keysAfter({ ...stored, keys })).toMatchObject({ current: [C, B] });
      });
    });

    it('by the offline key restart the numbers of revisions, because a thief may have used the largest', async () => {
      const far = withSeq(Number.MAX_SAFE_INTEGER);
      const [first, second] = [await signHandover('birds', A, [X, B], [offline]), withSeq(7)];
      expect(await open([first], [X, B], stranger, far)).toEqual([X, B]);
      const latest = await signPayload(JSON.stringify({ ...manifest, keys: { current: [X, B] } }), [stranger], [first]);
      expect(await openManifest(latest, second, reader)).toMatchObject({ ok: true, value: { isSame: false } });
      expect(await open([await signHandover('birds', A, [X, B], [online])], [X, B], stranger, far)).toBe('rollback');
      const after = { ...far, keys: { current: [X, B], past: [A] } };
      expect(await open([first], [X, B], stranger, after)).toBe('rollback');
    });
  });
});
