/** Publishes revisions of a pack on a local server, and spoils what it serves, for tests of readers. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { FollowEnvironment } from '../../../../entrypoints/shared/follow/follow-environment';
import type { PackStore } from '../../../../entrypoints/shared/packs/pack-store';
import { writePackFile } from '../../../../glossary/exchange/pack-file';
import type { PlainTerm } from '../../../../glossary/pack/plain-term';
import { sha256 } from '../../../../glossary/publish/bytes';
import { deltaOf } from '../../../../glossary/publish/delta';
import { createKeyPair, type KeyPair, signPayload } from '../../../../glossary/publish/envelope';
import { dataPath, type PublishedFile, type PublishedManifest } from '../../../../glossary/publish/manifest';
import { splitParts } from '../../../../glossary/publish/parts';

/** The address by which readers know the site; `fetching` leads it to the local server. */
export const ADDRESS = 'https://words.example/g/latest.json';
export const NOW_MS = Date.UTC(2026, 10, 29);

/** Keys that are made once. */
export const [online, offline, stranger] = await Promise.all([createKeyPair(), createKeyPair(), createKeyPair()]);

/** The environment of a reader at `NOW_MS`, whose updates are spread by no chance. */
export function environmentOf(
  store: PackStore,
  { fetching, folding }: Pick<FollowEnvironment, 'fetching' | 'folding'>,
): FollowEnvironment {
  return { store, fetching, folding, nowMs: () => NOW_MS, random: () => 0.5, version: '0.1.0', bundled: null };
}

/** Node's own, for tests that put `fetching` in its place. */
const request = fetch;

/** What a revision is published with. */
export interface PublishOptions {
  manifest?: Partial<PublishedManifest>;
  keys?: readonly KeyPair[];
  /** Whether there is a delta from the revision before. */
  hasDelta?: boolean;
}

type Respond = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A site in memory, and its server. */
export class Publisher {
  readonly files = new Map<string, Uint8Array>();
  /** Paths that were asked for, in order. */
  readonly asked: string[] = [];
  /** Answers before the files do, if it returns true. */
  intercept: Respond = () => false;
  manifest: PublishedManifest | null = null;
  #text = '';
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const path = (request.url ?? '').replace(/^\/g\//, '');
      this.asked.push(path);
      if (this.intercept(request, response)) return;
      const bytes = this.files.get(path);
      if (!bytes) return void response.writeHead(404).end();
      const etag = `"${gzipSync(bytes).toString('base64').slice(-16)}"`;
      if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
      response.writeHead(200, { ETag: etag }).end(bytes);
    });
  }

  static async start(): Promise<Publisher> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Publisher(server);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The browser's `fetch`, for which the site is at its public address. */
  readonly fetching: typeof fetch = (url, init) => {
    const { port } = this.#server.address() as AddressInfo; // It listens on a port.
    return request(String(url).replace('https://words.example', `http://127.0.0.1:${port}`), init);
  };

  /** Publishes the next revision. */
  publish(terms: readonly PlainTerm[], options: PublishOptions = {}): Promise<PublishedManifest> {
    return this.publishText([...writePackFile({ id: 'birds', title: '鸟', terms })].join(''), terms.length, options);
  }

  /** Publishes the text of a pack file as the next revision. @param count of its terms. */
  async publishText(text: string, count: number, options: PublishOptions = {}): Promise<PublishedManifest> {
    const { manifest: changes = {}, keys = [online], hasDelta = true } = options;
    const seq = (this.manifest?.seq ?? 0) + 1;
    const parts: PublishedFile[] = [];
    for (const part of splitParts(text)) parts.push(await this.#put(part));
    const before = this.manifest;
    const deltas = hasDelta && before ? [{ from: before.seq, ...(await this.#put(deltaOf(this.#text, text))) }] : [];
    this.manifest = {
      spec: 1,
      id: 'birds',
      seq,
      title: '鸟',
      languages: ['zh-Hans'],
      licence: 'CC-BY-4.0',
      created: new Date(NOW_MS + seq * 1000).toISOString(),
      expires: '2027-06-01T00:00:00Z',
      full: { ...(await this.#put(text)), count },
      parts: await this.#put(JSON.stringify({ parts })),
      deltas,
      keys: { current: [online.publicKey] },
      ...changes,
    };
    this.#text = text;
    await this.sign(this.manifest, keys);
    return this.manifest;
  }

  /** Signs a manifest anew. */
  async sign(manifest: object, keys: readonly KeyPair[] = [online]): Promise<void> {
    this.files.set('latest.json', new TextEncoder().encode(await signPayload(JSON.stringify(manifest), keys)));
  }

  async #put(text: string): Promise<PublishedFile> {
    const sent = new Uint8Array(gzipSync(text));
    const file = { sha256: await sha256(text), bytes: sent.length, rawBytes: new TextEncoder().encode(text).length };
    this.files.set(dataPath(file), sent);
    return file;
  }
}
