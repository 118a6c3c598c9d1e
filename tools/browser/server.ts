/** Serves the pages of `tests/pages` and pages that tests create, on 127.0.0.1. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** Leads to this computer in the browsers of `driver.ts`. */
export const PUBLIC_HOST = 'page.example';

const PAGES = new URL('../../tests/pages/', import.meta.url);

/** Headers by page. */
const HEADERS: Record<string, Record<string, string>> = {
  'csp.html': {
    'content-security-policy':
      "default-src 'none'; style-src 'none'; script-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  },
};

/** A response. */
export interface Served {
  body: string | Uint8Array;
  /** Content type; HTML in UTF-8 by default. */
  type?: string;
  headers?: Record<string, string>;
}

/** A running server. */
export interface PageServer {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  /** The same server by another name, for browsers another site. */
  otherSite: string;
  /** The same server by a public name: its pages are no secure context, in which some functions of browsers are missing. */
  insecure: string;
  /** Serves a page at a path from now on. @returns its address at `origin`. */
  put(path: string, served: Served | string): string;
  /** Number of requests for a path. */
  countOf(path: string): number;
  /**
   * The last JSON that a page posted to `/report/NAME`; undefined before the first. For pages that the driver cannot
   * read, such as prerendered ones.
   */
  reportOf(name: string): unknown;
  close(): Promise<void>;
}

/** Starts a server on a free port. It serves plain file names only, so that no path leaves the folder. */
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
      // A page may be closed while it reports.
      await json(request).then(
        (report) => reports.set(path.slice('report/'.length), report),
        () => null,
      );
      response.writeHead(204).end();
      return;
    }
    const served = await find(path);
    // Browsers request an icon and report a missing one in the console.
    const missing = path === 'favicon.ico' ? 204 : 404;
    const type = served?.type ?? 'text/html; charset=utf-8';
    response.writeHead(served ? 200 : missing, { 'content-type': type, ...served?.headers });
    response.end(served?.body ?? (missing === 404 ? 'There is no such page.' : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // The server listens on a port, not on a pipe.
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    otherSite: `http://localhost:${port}`,
    insecure: `http://${PUBLIC_HOST}:${port}`,
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
