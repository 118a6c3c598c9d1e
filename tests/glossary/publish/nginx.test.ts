import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishCommand } from '../../../glossary/cli/publish/publish';
import { nginxLocations } from '../../../glossary/publish/caching';
import { dataAddress, type PublishedManifest } from '../../../glossary/publish/manifest';
import { openManifest } from '../../../glossary/publish/open-manifest';
import { readPublishedFile } from '../../../glossary/publish/read-file';
import { SITE_LIST } from '../../../glossary/publish/site';
import { type Nginx, startNginx } from '../../nginx';
import { runInMemory } from '../cli/run-in-memory';

const folder = mkdtempSync(join(tmpdir(), 'served-'));
const site = join(folder, 'site');
const publish = publishCommand({
  now: () => new Date('2026-01-01'),
  writeSite: async () => async (_, out) => {
    writeFileSync(join(out, 'index.html'), `<!doctype html><title>鸟</title>${'<p>会士</p>'.repeat(200)}`);
    writeFileSync(join(out, SITE_LIST), 'index.html\n');
    return { files: 1, changed: 1, removed: 0 };
  },
});
let nginx: Nginx;

async function publishList(terms: number): Promise<void> {
  const rows = Array.from({ length: terms }, (_, i) => `术语${i},第${i}个定义\n`);
  writeFileSync(join(folder, 'birds.csv'), `术语,定义\n${rows.join('')}`);
  await runInMemory(['birds.csv', '--out', 'site', '--key', 'k.json'], { folder, command: publish });
}

async function manifestAt(address: string): Promise<PublishedManifest> {
  const text = await (await fetch(address)).text();
  const opened = await openManifest(
    text,
    { keys: null, revision: null },
    { now: new Date('2026-01-02'), version: '1' },
  );
  if (!opened.ok) throw new Error(opened.failure.kind);
  return opened.value.manifest;
}

beforeAll(async () => {
  await publishList(300);
  nginx = await startNginx(site, nginxLocations());
});
afterAll(async () => {
  await nginx.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a published folder behind nginx with the recommended locations', () => {
  const latest = () => `${nginx.origin}/latest.json`;

  it('answers 304 without a body as long as there is no news, also where the manifest is compressed', async () => {
    const first = await fetch(latest());
    const etag = first.headers.get('etag') ?? '';
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'public, max-age=3600']);
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    const again = await fetch(latest(), { headers: { 'if-none-match': etag }, cache: 'no-store' });
    expect(again.status).toBe(304);
    expect(nginx.requests().at(-1)).toBe('304 0 GET /latest.json HTTP/1.1');
    await publishList(301);
    const news = await fetch(latest(), { headers: { 'if-none-match': etag }, cache: 'no-store' });
    expect(news.status).toBe(200);
  });

  it('serves files in data/ as they are, for ever', async () => {
    const { full, parts, deltas } = await manifestAt(latest());
    for (const file of [full, parts, ...deltas]) {
      const response = await fetch(dataAddress(latest(), file));
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(response.headers.get('content-encoding')).toBeNull();
      expect(Number(response.headers.get('content-length'))).toBe(file.bytes);
      expect(response.body && (await readPublishedFile(response.body, file)).ok).toBe(true);
    }
    expect(deltas).toHaveLength(1);
  });

  it('compresses pages', async () => {
    const page = await fetch(nginx.origin);
    const sent = Number(/^200 (\d+) GET \/ /.exec(nginx.requests().at(-1) ?? '')?.[1]);
    const { length } = await page.arrayBuffer().then((bytes) => new Uint8Array(bytes));
    expect(page.headers.get('content-encoding')).toBe('gzip');
    expect(page.headers.get('content-type')).toBe('text/html');
    expect(length).toBe(readFileSync(join(site, 'index.html')).length);
    expect(sent).toBeLessThan(length / 4);
  });

  it('serves the changes, and lists no folder', async () => {
    const status = async (path: string) => (await fetch(nginx.origin + path)).status;
    expect(await Promise.all(['/changes.json', '/data/', '/data/x.gz'].map(status))).toEqual([200, 403, 404]);
  });
});
