import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { publishCommand } from '../../../../glossary/cli/publish/publish';
import { sha256 } from '../../../../glossary/publish/bytes';
import { applyDelta } from '../../../../glossary/publish/delta';
import { dataPath, type PublishedManifest } from '../../../../glossary/publish/manifest';
import { openManifest } from '../../../../glossary/publish/open-manifest';
import type { WriteSite } from '../../../../glossary/publish/site';
import { runInMemory } from '../run-in-memory';

const root = mkdtempSync(join(tmpdir(), 'publish-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folder = '';
let clock = '';
let pages: WriteSite = async () => ({ files: 0, changed: 0, removed: 0 });
const publish = publishCommand({ now: () => new Date(clock), writeSite: async () => pages });

beforeEach(() => {
  folder = mkdtempSync(join(root, 'run-'));
  clock = '2026-01-01T00:00:00.000Z';
  pages = async () => ({ files: 0, changed: 0, removed: 0 });
});

const definitions = (count: number) =>
  new Map(Array.from({ length: count }, (_, i) => [`术语${i}`, `第${i}个术语的定义，${i * 7}`]));

function writeList(terms: ReadonlyMap<string, string>): void {
  const rows = [...terms].map(([headword, definition]) => `${headword},${definition}\n`);
  writeFileSync(join(folder, 'birds.csv'), `术语,定义\n${rows.join('')}`);
}

function run(...args: string[]) {
  const standard = ['birds.csv', '--out', 'site', '--key', 'keys/a.key.json', '--site', 'https://birds.example'];
  return runInMemory([...standard, ...args], { folder, command: publish });
}

const at = (...path: string[]) => join(folder, ...path);
const latest = () => readFileSync(at('site', 'latest.json'), 'utf8');
const textOf = (file: { sha256: string }) => gunzipSync(readFileSync(at('site', dataPath(file)))).toString('utf8');

/** Opens the publication as a reader who pinned keys. @param follow as printed. */
async function read(follow: string): Promise<PublishedManifest> {
  const current = follow.split('#k=')[1]?.trim().split(',') ?? [];
  const reader = { now: new Date(clock), version: '0.1.0' };
  const opened = await openManifest(latest(), { keys: { current }, revision: null }, reader);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  return opened.value.manifest;
}

const followIn = (output: string) => /https:\S+#k=\S+/.exec(output)?.[0] ?? '';

/** All files with their bytes, to compare. */
function filesOf(path: string): Record<string, string> {
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names
      .filter((name) => statSync(join(path, name)).isFile())
      .map((name) => [name, readFileSync(join(path, name), 'base64')]),
  );
}

describe('the first publication', () => {
  it('can be read by whoever has the printed address, and names files that are there', async () => {
    writeList(definitions(3));
    const { status, stdout, stderr } = await run();
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('revision 1\nadded        3: 术语0、术语1、术语2\n');
    const manifest = await read(followIn(stdout));
    expect(manifest).toMatchObject({
      id: 'birds',
      seq: 1,
      site: 'https://birds.example/',
      full: { count: 3 },
      deltas: [],
    });
    expect(await sha256(textOf(manifest.full))).toBe(manifest.full.sha256);
    const { parts } = JSON.parse(textOf(manifest.parts)) as { parts: { sha256: string }[] };
    expect(parts.map(textOf).join('')).toBe(textOf(manifest.full));
  });

  it('makes two keys outside the folder, which only the owner can read', async () => {
    writeList(definitions(1));
    await run();
    for (const name of ['a.key.json', 'a.offline-key.json'])
      expect(statSync(at('keys', name)).mode & 0o777).toBe(0o600);
    const secrets = readdirSync(at('keys')).map(
      (name) => (JSON.parse(readFileSync(at('keys', name), 'utf8')) as { secretKey: string }).secretKey,
    );
    const all = Object.values(filesOf(at('site')))
      .map((bytes) => Buffer.from(bytes, 'base64').toString('latin1'))
      .join();
    for (const secret of secrets) expect(all).not.toContain(secret);
  });

  it('writes caching rules, and those of nginx where the command says', async () => {
    writeList(definitions(1));
    await run('--nginx', 'nginx.conf');
    expect(readFileSync(at('site', '_headers'), 'utf8')).toContain('immutable');
    expect(readFileSync(at('nginx.conf'), 'utf8')).toContain('location /data/');
  });

  it('gives the pages what they show', async () => {
    writeList(definitions(2));
    const shown: unknown[] = [];
    pages = async (content, out) => {
      shown.push([content.pack.manifest.title, content.pack.terms.length, content.address, out]);
      expect(content.follow).toMatch(/^https:\/\/birds\.example\/latest\.json#k=[\w-]{43},[\w-]{43}$/);
      return { files: 1, changed: 1, removed: 0 };
    };
    await run();
    await run('--no-pages');
    expect(shown).toEqual([['birds', 2, 'https://birds.example/', at('site')]]);
  });

  it('of the editors\u2019 files holds the whole glossary', async () => {
    for (const name of ['entries', 'bulletins', 'about.yaml'])
      cpSync(join('glossary', name), at('source', name), { recursive: true });
    const { stdout } = await runInMemory(['source', '--out', 'site', '--key', 'k.json', '--no-pages'], {
      folder,
      command: publish,
    });
    expect(stdout).toMatch(/^revision 1\nadded {8}\d{3}: .*\nbulletins {4}3: /);
    expect(existsSync(at('site', 'latest.json'))).toBe(true);
    expect(stdout).toMatch(/^follow {7}.*--site/m);
  });

  it('of editors’ files without an id is refused if the name of their folder is none', async () => {
    for (const name of ['entries', 'bulletins'])
      cpSync(join('glossary', name), at('我的 术语', name), { recursive: true });
    writeFileSync(at('我的 术语', 'about.yaml'), 'title: 术语\nlanguages: [zh-Hans]\n');
    const args = ['我的 术语', '--out', 'site', '--key', 'k.json', '--no-pages'];
    const { status, stderr } = await runInMemory(args, { folder, command: publish });
    expect([status, stderr.split(':')[0]]).toEqual([2, 'id']);
    expect(readdirSync(at('site'))).toEqual([]);
  });
});

describe('a later publication', () => {
  it('of the same content writes the same bytes and no revision', async () => {
    writeList(definitions(3));
    await run();
    const before = filesOf(at('site'));
    clock = '2026-01-02T00:00:00.000Z';
    expect((await run()).stdout).toContain('revision 1 is the published one\n');
    expect(filesOf(at('site'))).toEqual(before);
  });

  it('of the same content signs the manifest anew when half of its time is over', async () => {
    writeList(definitions(3));
    const follow = followIn((await run('--days', '10')).stdout);
    clock = '2026-01-06T00:00:00.000Z';
    expect((await run('--days', '10')).stdout).toContain('signed anew');
    expect(await read(follow)).toMatchObject({ seq: 1, expires: '2026-01-16T00:00:00.000Z' });
  });

  it('says what changed, and has a delta that leads to it', async () => {
    const terms = definitions(200);
    writeList(terms);
    const follow = followIn((await run()).stdout);
    const before = textOf((await read(follow)).full);
    terms.set('术语5', '另一个定义').set('新词', '新的定义').delete('术语9');
    writeList(terms);
    clock = '2026-01-02T00:00:00.000Z';
    const { stdout } = await run();
    expect(stdout).toContain('revision 2\nadded        1: 新词\nreworded     1: 术语5\nremoved      1: 术语9\n');
    const { deltas, full } = await read(follow);
    const [delta] = deltas;
    expect(delta).toMatchObject({ from: 1 });
    expect(delta?.bytes).toBeLessThan(full.bytes / 4);
    expect(applyDelta(before, textOf(delta ?? full), full.rawBytes)).toBe(textOf(full));
    const changes = JSON.parse(readFileSync(at('site', 'changes.json'), 'utf8')) as { revisions: object[] };
    expect(changes.revisions[0]).toMatchObject({ seq: 2, added: ['新词'], reworded: ['术语5'], removed: ['术语9'] });
  });

  it('has direct deltas from the last 30 revisions', async () => {
    const terms = definitions(120);
    let [follow, third] = ['', ''];
    for (let i = 0; i < 33; i++) {
      writeList(terms.set('术语0', `第${i}次`));
      const { stdout } = await run();
      follow ||= followIn(stdout);
      if (i === 2) third = textOf((await read(follow)).full);
    }
    const { seq, deltas, full } = await read(follow);
    expect(seq).toBe(33);
    expect(deltas.map(({ from }) => from)).toEqual(Array.from({ length: 30 }, (_, i) => 32 - i));
    expect(latest().length).toBeLessThan(8_000);
    expect(applyDelta(third, textOf(deltas[29] ?? full), full.rawBytes)).toBe(textOf(full));
  });

  it('removes files after the grace, but not those from which deltas lead', async () => {
    const terms = definitions(200);
    writeList(terms);
    const follow = followIn((await run()).stdout);
    const first = await read(follow);
    writeList(terms.set('新词', '新的定义'));
    clock = '2026-01-02T00:00:00.000Z';
    await run();
    expect(existsSync(at('site', dataPath(first.parts)))).toBe(true);
    clock = '2026-01-08T00:00:00.000Z';
    await run();
    expect(existsSync(at('site', dataPath(first.parts)))).toBe(true);
    clock = '2026-01-10T00:00:00.000Z';
    await run();
    expect(existsSync(at('site', dataPath(first.parts)))).toBe(false);
    expect(existsSync(at('site', dataPath(first.full)))).toBe(true);
    expect((await read(follow)).deltas).toHaveLength(1);
  });

  it('that is interrupted leaves the revision before it, and is made up for by the next', async () => {
    const terms = definitions(100);
    writeList(terms);
    const follow = followIn((await run()).stdout);
    const before = latest();
    writeList(terms.set('新词', '新的定义'));
    pages = () => Promise.reject(new Error('power'));
    await expect(run()).rejects.toThrow('power');
    expect(latest()).toBe(before);
    expect(await sha256(textOf((await read(follow)).full))).toBe((await read(follow)).full.sha256);
    pages = async () => ({ files: 0, changed: 0, removed: 0 });
    expect((await run()).stdout).toContain('revision 2\nadded        1: 新词\n');
    expect(await read(follow)).toMatchObject({ seq: 2, deltas: [{ from: 1 }] });
  });

  it('writes again what was lost in the folder', async () => {
    writeList(definitions(3));
    const follow = followIn((await run()).stdout);
    const { full, parts } = await read(follow);
    rmSync(at('site', dataPath(parts)));
    await run();
    expect(textOf(parts)).toContain(full.sha256);
    writeFileSync(at('site', 'changes.json'), 'x');
    writeList(definitions(4));
    expect((await run()).status).toBe(0);
    expect(await read(follow)).toMatchObject({ seq: 2, deltas: [] });
  });
});

describe('keys', () => {
  it.each(['site/a.json', 'site/deep/a.json', 'link/a.json'])(
    'are refused in the folder that is served: %s',
    async (key) => {
      writeList(definitions(1));
      mkdirSync(at('site'));
      symlinkSync(at('site'), at('link'));
      const { status, stderr } = await run('--key', key);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^The key must not lie in /);
      expect(readdirSync(at('site'))).toEqual([]);
    },
  );

  it('that others can read are refused', async () => {
    writeList(definitions(1));
    await run();
    chmodSync(at('keys', 'a.key.json'), 0o644);
    expect(await run()).toMatchObject({ status: 2, stderr: expect.stringContaining('chmod 600') });
  });

  it.each([
    ['lost', () => rmSync(at('keys', 'a.key.json')), 'is missing'],
    ['another', () => cpSync(at('keys', 'a.offline-key.json'), at('keys', 'a.key.json')), 'signed by another key'],
    ['damaged', () => writeFileSync(at('keys', 'a.key.json'), '{}'), 'is no key'],
  ])('must be those of the publication: %s', async (_, damage, message) => {
    writeList(definitions(1));
    await run();
    const before = latest();
    damage();
    expect(await run()).toMatchObject({ status: 2, stderr: expect.stringContaining(message) });
    expect(latest()).toBe(before);
  });

  it('that are lost are replaced by the offline key, as the command says', async () => {
    writeList(definitions(1));
    await run();
    rmSync(at('keys', 'a.key.json'));
    const { status, stderr } = await run('--new-key');
    expect([status, stderr]).toEqual([2, expect.stringMatching(/a\.key\.json is missing: .*--offline FILE/)]);
    const wrong = await run('--new-key', '--offline', 'nowhere.json');
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringMatching(/nowhere\.json is missing/)]);
  });

  it.each([
    ['the key itself', []],
    ['the offline key', ['--offline', 'keys/a.offline-key.json']],
  ])('are replaced by %s, and readers of the first address follow', async (_, more) => {
    writeList(definitions(2));
    const follow = followIn((await run()).stdout);
    if (more.length > 0) rmSync(at('keys', 'a.key.json'));
    const replaced = await run('--new-key', ...more);
    expect(replaced).toMatchObject({ status: 0, stderr: '' });
    expect(followIn(replaced.stdout)).not.toBe(follow);
    writeList(definitions(3));
    expect((await run()).stdout).toContain('revision 2');
    expect(await read(follow)).toMatchObject({ seq: 2 });
    expect(await read(followIn(replaced.stdout))).toMatchObject({ seq: 2 });
  });
});

describe('is refused, with nothing published:', () => {
  it.each<[string, string[], string]>([
    ['no folder to write to', ['birds.csv'], 'Usage: '],
    ['no such list', ['fish.csv', '--out', 'site'], 'there is no such file'],
    [
      'an address that is not https',
      ['birds.csv', '--out', 'site', '--site', 'http://a.example'],
      'not an https address',
    ],
    [
      'an address that is too long for readers',
      ['birds.csv', '--out', 'site', '--site', `https://a.example/${'x'.repeat(5_000)}`],
      'site: readers would refuse this',
    ],
    [
      'an address that readers cannot follow',
      ['birds.csv', '--out', 'site', '--site', 'https://192.168.1.5/'],
      'https://192.168.1.5/: readers follow only sites that can be reached by everybody',
    ],
    ['an address without a host', ['birds.csv', '--out', 'site', '--site', 'https://[/'], 'readers follow only sites'],
    ['an empty name of the folder', ['birds.csv', '--out', ''], 'Usage: '],
    ['the folder of the source', ['empty', '--out', 'empty'], 'is the source'],
    ['a list with a faulty row', ['bad.csv', '--out', 'site'], 'nothing is published'],
    ['a folder that does not say what it is', ['empty', '--out', 'site'], 'about.yaml is missing'],
    ['a wrong field', ['birds.csv', '--out', 'site', '--about', 'about.yaml'], 'license'],
  ])('%s', async (_, args, message) => {
    writeList(definitions(1));
    writeFileSync(at('bad.csv'), `术语,定义\n${'长'.repeat(100)},x\n好,x\n`);
    writeFileSync(at('about.yaml'), 'id: birds\nlicense: MIT\n');
    mkdirSync(at('empty'));
    const { status, stderr } = await runInMemory([...args, '--key', 'k.json'], { folder, command: publish });
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(existsSync(at('site', 'latest.json'))).toBe(false);
  });

  it('a folder with a website that others wrote', async () => {
    writeList(definitions(1));
    mkdirSync(at('site'));
    writeFileSync(at('site', 'index.html'), 'mine');
    expect(await run()).toMatchObject({ status: 2, stderr: expect.stringMatching(/index\.html .*--no-pages/) });
    expect(readdirSync(at('site'))).toEqual(['index.html']);
    expect(await run('--no-pages')).toMatchObject({ status: 0 });
    expect(await run()).toMatchObject({ status: 2 });
    expect(readFileSync(at('site', 'index.html'), 'utf8')).toBe('mine');
  });

  it('a file in the place of the folder, in a sentence', async () => {
    writeList(definitions(1));
    writeFileSync(at('site'), 'mine');
    expect(await run()).toMatchObject({ status: 1, stderr: expect.stringMatching(/^EEXIST: .*\n$/) });
  });

  it('another pack in the place of the published one', async () => {
    writeList(definitions(1));
    await run();
    cpSync(at('birds.csv'), at('fish.csv'));
    const { stderr } = await runInMemory(['fish.csv', '--out', 'site', '--key', 'k.json'], {
      folder,
      command: publish,
    });
    expect(stderr).toContain('has the pack “birds”, not “fish”');
  });
});
