/** Owns serving the test pages on 127.0.0.1, and whatever a test makes up. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

const PAGES = new URL('../../tests/pages/', import.meta.url);

/** Pages with headers of their own. */
const HEADERS: Record<string, Record<string, string>> = {
  'csp.html': {
    'content-security-policy':
      "default-src 'none'; style-src 'none'; script-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  },
};

export interface Served {
  body: string | Uint8Array;
  /** HTML in UTF-8 unless said otherwise. */
  type?: string;
  headers?: Record<string, string>;
}

export interface PageServer {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  /** The same server by another name, which to a browser is another site. */
  otherSite: string;
  /** Serves something under a path from now on. @returns its address at `origin`. */
  put(path: string, served: Served | string): string;
  /** How often a path was asked for. */
  countOf(path: string): number;
  /**
   * The last JSON a page posted to `/report/NAME`; undefined before the first. For what a driver cannot see: pages that
   * were prerendered, or kept by the browser, report by themselves.
   */
  reportOf(name: string): unknown;
  close(): Promise<void>;
}

/** Serves `tests/pages` on a free port. Only plain file names are known: no path leads out. */
export async function servePages(): Promise<PageServer> {
  const made = new Map<string, Served>();
  const counts = new Map<string, number>();
  const reports = new Map<string, unknown>();
  const find = async (path: string): Promise<Served | null> => {
    const known = made.get(path);
    if (known || !/^(corpus\/)?[\w-]+\.html$/.test(path)) return known ?? null;
    const body = await readFile(new URL(path, PAGES)).catch(() => null);
    return body && { body, ...(HEADERS[path] ? { headers: HEADERS[path] } : {}) };
  };
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    counts.set(path, (counts.get(path) ?? 0) + 1);
    if (request.method === 'POST' && path.startsWith('report/')) {
      // A page that is closed in the middle of it reports nothing.
      await json(request).then(
        (report) => reports.set(path.slice('report/'.length), report),
        () => null,
      );
      response.writeHead(204).end();
      return;
    }
    const served = await find(path);
    // Browsers ask for an icon, and complain in the page's console where there is none.
    const missing = path === 'favicon.ico' ? 204 : 404;
    const type = served?.type ?? 'text/html; charset=utf-8';
    response.writeHead(served ? 200 : missing, { 'content-type': type, ...served?.headers });
    response.end(served?.body ?? (missing === 404 ? 'There is no such page.' : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // It listens on a port, not on a pipe.
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    otherSite: `http://localhost:${port}`,
    put: (path, served) => {
      made.set(path, typeof served === 'string' ? { body: served } : served);
      return `${origin}/${path}`;
    },
    countOf: (path) => counts.get(path) ?? 0,
    reportOf: (name) => reports.get(name),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
