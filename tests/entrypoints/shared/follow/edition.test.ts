import 'fake-indexeddb/auto';
import spellings from 'virtual:pangzhu/fold';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { compileEdition, compileFollowed } from '../../../../entrypoints/shared/follow/edition';
import type { FollowEnvironment } from '../../../../entrypoints/shared/follow/follow-environment';
import { checkForUpdate } from '../../../../entrypoints/shared/follow/follow-pack';
import { followPolicy } from '../../../../entrypoints/shared/follow/follow-policy';
import { PackStore } from '../../../../entrypoints/shared/packs/pack-store';
import { publishPacks } from '../../../../entrypoints/shared/packs/publish-packs';
import { IMPORTED_KEY, parseImported } from '../../../../entrypoints/shared/page/imported-packs';
import { writePackFile } from '../../../../glossary/exchange/pack-file';
import { createFinder } from '../../../../glossary/find/finder';
import { createHashedPrefilter } from '../../../../glossary/find/hashed-prefilter';
import { inSegment } from '../../../../glossary/find/join-finders';
import { mentionsInText } from '../../../../glossary/find/standalone-text';
import { readTables } from '../../../../glossary/find/tables-file';
import { BUNDLED_PACK } from '../../../../glossary/library/entry-name';
import { creatingLibraryFinder } from '../../../../glossary/library/library-finder';
import { compileFinder } from '../../../../glossary/pack/compile-finder';
import { SEGMENT_SIZE } from '../../../../glossary/pack/finder-data';
import { Folding } from '../../../../glossary/pack/folding';
import type { PackContent } from '../../../../glossary/pack/plain-term';
import { finish } from '../../../../glossary/pack/step-budget';
import { editedContent } from '../../../../glossary/publish/edited-pack';
import { glossary } from '../../../glossary/entries/glossary';
import { FakeArea } from '../fake-area';
import { termsOf } from '../packs/imported';
import { ADDRESS, environmentOf, online, Publisher } from './publisher';

const folding = new Folding(spellings);
const content = editedContent(glossary, { id: BUNDLED_PACK, title: '旁注' });
const textOf = (pack: PackContent) => [...writePackFile(pack)].join('');
const manifest = { ...glossary.pack.manifest, revision: '0123456789abcdef', site: 'https://words.example/g/' };

describe('a later revision of the bundled pack', () => {
  it('has the terms, bulletins, Traditional texts and finder of the build', () => {
    const made = compileEdition(textOf(content), manifest, folding);
    expect(made?.edition.pack).toEqual({ ...glossary.pack, manifest });
    expect(made?.edition.traditional).toEqual({ ...glossary.traditional, revision: manifest.revision });
    const finder = JSON.parse(new TextDecoder().decode(made?.compiled.tables));
    expect(finder).toEqual({ ...glossary.finder, revisions: [manifest.revision] });
    const holds = made && createHashedPrefilter(made.compiled.prefilter);
    expect(['中国科协十大', '科創中國', '别的话'].map((text) => holds?.(text))).toEqual([true, true, false]);
  });

  it('does not exist for plain terms', () => {
    expect(compileEdition(textOf({ id: 'x', title: 'x', terms: termsOf('甲') }), manifest, folding)).toBeNull();
  });
});

describe('an edited glossary that is followed', () => {
  const about = {
    ...{ id: 'followed-cast', about: { id: 'cast', title: '旁注' }, revision: 'fedcba9876543210', count: 1 },
    followed: { url: ADDRESS, site: 'https://words.example/g/' },
  };
  const compile = (text: string | null) =>
    compileFollowed(about, { terms: termsOf('甲项'), text }, { folding, bundled: null });

  it('has evidence, relations and rules as its publisher has, and bulletins that are named by the pack', async () => {
    const { edition, compiled } = await compile(textOf(content));
    expect(edition?.pack.manifest).toMatchObject({
      id: 'followed-cast',
      kind: 'followed',
      count: content.terms.length,
    });
    expect(edition?.pack.terms.map(({ relations }) => relations)).toEqual(
      glossary.pack.terms.map(({ relations }) => relations),
    );
    const names = new Set(edition?.pack.bulletins.map(({ id }) => id));
    expect([...names]).toEqual(glossary.pack.bulletins.map(({ id }) => `followed-cast/${id}`));
    const quoted = edition?.pack.terms.flatMap(({ evidence, when }) => [
      ...evidence.map(({ bulletin }) => bulletin),
      ...when.flatMap(({ passage }) => passage?.bulletin ?? []),
    ]);
    expect(quoted?.length).toBeGreaterThan(100);
    expect(quoted?.filter((name) => !names.has(name))).toEqual([]);
    expect(JSON.parse(new TextDecoder().decode(compiled.tables))).toEqual({
      ...glossary.finder,
      revisions: [about.revision],
    });
  });

  it('is found in texts as the bundled one, in its own segment', async () => {
    const { compiled } = await compile(textOf(content));
    const data = JSON.parse(new TextDecoder().decode(compiled.tables));
    const none = compileFinder([], [], { revisions: [''], folding });
    const followed = finish(creatingLibraryFinder(none, [inSegment(data, 12)]));
    const bundled = createFinder(glossary.finder);
    expect(followed.revisions[12]).toBe(about.revision);
    const first = 12 * SEGMENT_SIZE;
    for (const { text } of glossary.pack.bulletins.flatMap(({ paragraphs }) => paragraphs.flat())) {
      const expected = mentionsInText(bundled, text).map(({ start, end, senses: [{ entry }] }) => [start, end, entry]);
      const found = mentionsInText(followed, text).map(({ start, end, senses: [{ entry }] }) => [
        start,
        end,
        entry - first,
      ]);
      expect(found).toEqual(expected);
    }
  });

  it.each<[name: string, text: string | null]>([
    ['no text is known', null],
    ['the text is damaged', '{'],
    ['it has no edition', textOf({ id: 'x', title: 'x', terms: termsOf('甲项') })],
  ])('is one of plain terms if %s', async (_name, text) => {
    const { edition, compiled } = await compile(text);
    expect(edition).toBeNull();
    expect(readTables(compiled.tables)).not.toBeNull();
  });
});

describe('a build that names where the bundled pack goes on', () => {
  let publisher: Publisher;
  let store: PackStore;
  let environment: FollowEnvironment;
  const given = [{ url: ADDRESS, keys: [online.publicKey] }];

  beforeEach(async () => {
    vi.stubGlobal('indexedDB', new IDBFactory());
    store = new PackStore();
    publisher = await Publisher.start();
    environment = {
      ...environmentOf(store, { fetching: publisher.fetching, folding: async () => folding }),
      bundled: { url: ADDRESS, manifest: glossary.pack.manifest },
    };
  });

  afterEach(async () => {
    await store.close();
    await publisher.stop();
  });

  it('follows it in place of the packaged revision, apart from the reader’s packs', async () => {
    await publisher.publishText(textOf(content), content.terms.length);
    expect(await followPolicy(given, environment)).toEqual({ isChanged: true, hasFailed: false });
    expect(await store.list()).toEqual([]);
    const [record] = await store.listAll();
    if (!record) throw new Error('it is kept');
    expect(record.id).toBe(BUNDLED_PACK);
    const edition = await store.edition(record);
    expect(edition?.pack.manifest).toMatchObject({ id: BUNDLED_PACK, revision: record.revision, kind: 'bundled' });
    const [first, ...others] = content.terms;
    const next = { ...content, terms: [{ ...first, definition: '新的释义' }, ...others] } as PackContent;
    await publisher.publishText(textOf(next), next.terms.length);
    expect(await checkForUpdate(record, environment)).toBe('updated');
    const [updated] = await store.listAll();
    expect(updated && (await store.edition(updated))?.pack.terms[0]?.short).toBe('新的释义');
    const local = new FakeArea();
    await publishPacks(store, local);
    expect(parseImported(local.items[IMPORTED_KEY])?.packs.map(({ id }) => id)).toEqual([BUNDLED_PACK]);
  });

  it('keeps the packaged revision if what is published has no edition', async () => {
    await publisher.publish(termsOf('甲项'));
    expect(await followPolicy(given, environment)).toEqual({ isChanged: false, hasFailed: true });
    expect(await store.listAll()).toEqual([]);
  });
});
