/** A published glossary behind nginx, under a public name that leads to this machine. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publishCommand } from '../../../glossary/cli/publish/publish';
import { GLOSSARY_DIR } from '../../../glossary/cli/read-glossary';
import { nginxLocations } from '../../../glossary/publish/caching';
import { LATEST_FILE } from '../../../glossary/publish/manifest';
import { runInMemory } from '../../glossary/cli/run-in-memory';
import { type Nginx, startNginx } from '../../nginx';

/** Name of the site; its certificate is the demo’s, and signed by nobody. */
export const SITE_HOST = 'words.example';
const CERTIFICATE = fileURLToPath(new URL('../../../tools/demo/words.example.pem', import.meta.url));

/** The rows of a list. */
type Rows = readonly (readonly [headword: string, definition: string])[];
/** Changes the editors' files in a folder. */
type Edit = (folder: string) => void;

/** The site of a list or of editors' files, and what readers ask of it. */
export interface PublishedSite<Content = Rows> {
  /** The address to follow, with its key. */
  address: string;
  /** Publishes a revision. */
  publish(content: Content): Promise<void>;
  /** Replaces the manifest by other bytes. */
  spoil(change: (latest: string) => string): void;
  /** Removes the files in which a delta begins. */
  removeDeltas(): void;
  /** Requests so far, as `nginx.requests`, but for those for pages. */
  requests(): string[];
  close(): Promise<void>;
}

/** Publishes the first revision of a list, and serves it. */
export function servePublishedSite(terms: Rows): Promise<PublishedSite> {
  return serve(terms, (folder, list) => {
    writeFileSync(join(folder, 'birds.csv'), `术语,定义\n${list.map((row) => row.join(',')).join('\n')}\n`);
    writeFileSync(join(folder, 'about.yaml'), 'id: birds\ntitle: 鸟类名词\nlicence: CC-BY-4.0\n');
    return ['birds.csv', '--about', 'about.yaml'];
  });
}

/** Publishes the editors' files of the bundled glossary, changed, and serves them. */
export function servePublishedEdition(edit: Edit): Promise<PublishedSite<Edit>> {
  return serve(edit, (folder, change) => {
    const source = join(folder, 'editors');
    mkdirSync(source, { recursive: true });
    for (const name of ['entries', 'bulletins'])
      cpSync(join(GLOSSARY_DIR, name), join(source, name), { recursive: true });
    change(source);
    return ['editors'];
  });
}

async function serve<Content>(
  first: Content,
  /** Writes the source into a folder. @returns the arguments that name it. */
  write: (folder: string, content: Content) => string[],
): Promise<PublishedSite<Content>> {
  const folder = mkdtempSync(join(tmpdir(), 'published-'));
  const site = join(folder, 'site');
  const command = publishCommand({
    now: () => new Date(),
    writeSite: () => Promise.reject(new Error('no pages are written')),
  });
  let address = '';
  let nginx: Nginx | null = null;
  const publish = async (content: Content) => {
    const args = [...write(folder, content), '--out', 'site', '--key', 'k.json'];
    args.push('--no-pages', '--site', `https://${SITE_HOST}/`);
    const port = nginx ? new URL(nginx.origin).port : '';
    const done = await runInMemory(args, { folder, command });
    if (done.status !== 0) throw new Error(done.stderr);
    const [, key] = /#k=([\w,-]+)/.exec(done.stdout) ?? [];
    if (!key) throw new Error(done.stdout + done.stderr);
    address = `https://${SITE_HOST}:${port}/${LATEST_FILE}#k=${key}`;
  };
  await publish(first);
  nginx = await startNginx(site, nginxLocations(), CERTIFICATE);
  const server = nginx;
  address = address.replace(`${SITE_HOST}:`, `${SITE_HOST}:${new URL(server.origin).port}`);
  const latest = join(site, LATEST_FILE);
  return {
    get address() {
      return address;
    },
    publish,
    spoil: (change) => writeFileSync(latest, change(readFileSync(latest, 'utf8'))),
    removeDeltas: () => {
      const { payload } = JSON.parse(readFileSync(latest, 'utf8'));
      const { deltas } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
      for (const { sha256 } of deltas) rmSync(join(site, 'data', `${sha256}.gz`));
    },
    requests: () => server.requests().filter((line) => /latest|data/.test(line)),
    close: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
