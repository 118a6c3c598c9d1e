/** Publishes a small list in a temporary folder, and serves it under a public name that leads to this machine. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize, sep } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { runCommand } from '../../glossary/cli/command';
import { publishCommand } from '../../glossary/cli/publish/publish';
import { LATEST_FILE, manifestSchema } from '../../glossary/publish/manifest';

/** Name of the site: the extension follows nothing in private networks. */
export const DEMO_HOST = 'words.example';
/** Key and certificate of the name, for tests and this demo only. */
const CERTIFICATE = fileURLToPath(new URL('words.example.pem', import.meta.url));
const ABOUT = 'id: jiangbin\ntitle: 江滨词表（示例）\nlanguages: [zh-Hans]\nlicence: CC-BY-4.0\n';
const FIRST = [
  ['供需对接', '有技术需求的企业同能满足需求的科研人员见面商谈。'],
  ['园区', '集中安置企业的区域。'],
];
const SECOND = [...FIRST, ['农技站', '在乡镇推广农业技术的机构。']];
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** A published list. */
export interface ServedList {
  /** Of the website, with a slash at its end. */
  site: string;
  /** The address that readers follow. */
  follow: string;
  /** A catalogue that names it, as `packs.json`. */
  catalogue: string;
  /** Publishes the second revision. @returns what the command printed. */
  publishSecond(): Promise<string>;
  close(): void;
}

/** Publishes the first revision and serves it. */
export async function servePublished(): Promise<ServedList> {
  const folder = mkdtempSync(join(tmpdir(), 'published-'));
  const served = join(folder, 'site');
  const pem = readFileSync(CERTIFICATE);
  const server = createServer({ key: pem, cert: pem }, (request, response) => {
    const path = fileAt(served, new URL(request.url ?? '/', `https://${DEMO_HOST}`).pathname);
    if (!path) return response.writeHead(404).end();
    const content = readFileSync(path);
    return response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'application/gzip' }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // A server that listens on a port has one.
  const site = `https://${DEMO_HOST}:${port}/`;
  const publish = (rows: readonly (readonly string[])[]) => publishRows(folder, site, rows);
  const [follow = ''] = /https:\S+#k=\S+/.exec(await publish(FIRST)) ?? [];
  return {
    site,
    follow,
    catalogue: catalogueOf(readFileSync(join(served, LATEST_FILE), 'utf8'), follow),
    publishSecond: () => publish(SECOND),
    close: () => {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function catalogueOf(latest: string, address: string): string {
  const { payload } = JSON.parse(latest) as { payload: string }; // As `publish` wrote it.
  const manifest = v.parse(manifestSchema, JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  const { title, languages, licence = '', full } = manifest;
  return JSON.stringify([{ title, languages, licence, count: full.count, bytes: full.bytes, address }]);
}

async function publishRows(folder: string, site: string, rows: readonly (readonly string[])[]): Promise<string> {
  writeFileSync(join(folder, 'list.csv'), ['术语,定义', ...rows.map((row) => row.join(','))].join('\n'));
  writeFileSync(join(folder, 'about.yaml'), ABOUT);
  const publish = publishCommand({
    now: () => new Date(),
    writeSite: async () => (await import('../../site/write-site')).writeSite,
  });
  const printed: string[] = [];
  const output = new Writable({
    write: (chunk, _, done) => {
      printed.push(String(chunk));
      done();
    },
  });
  const args = ['list.csv', '--out', 'site', '--about', 'about.yaml', '--key', 'keys/list.key.json', '--site', site];
  const status = await runCommand(publish, args, { input: Readable.from([]), output, error: output, folder });
  if (status !== 0) throw new Error(printed.join(''));
  return printed.join('');
}

/** Null for a path that is no file of the folder. */
function fileAt(folder: string, pathname: string): string | null {
  const path = normalize(join(folder, decodeURIComponent(pathname)));
  if (path !== folder && !path.startsWith(folder + sep)) return null;
  const file = statSync(path, { throwIfNoEntry: false })?.isDirectory() ? join(path, 'index.html') : path;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}
