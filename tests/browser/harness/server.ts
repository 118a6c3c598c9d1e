/** Owns serving the test pages on 127.0.0.1. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const PAGES = new URL('../../pages/', import.meta.url);

/** Pages with headers of their own. */
const HEADERS: Record<string, Record<string, string>> = {
  'csp.html': {
    'content-security-policy':
      "default-src 'none'; style-src 'none'; script-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  },
};

export interface PageServer {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  close(): Promise<void>;
}

/** Serves `tests/pages` on a free port. Only plain file names are known: no path leads out. */
export async function servePages(): Promise<PageServer> {
  const server = createServer(async (request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    const body = /^[\w-]+\.html$/.test(name) ? await readFile(new URL(name, PAGES)).catch(() => null) : null;
    // Browsers ask for an icon, and complain in the page's console where there is none.
    const missing = name === 'favicon.ico' ? 204 : 404;
    response.writeHead(body ? 200 : missing, { 'content-type': 'text/html; charset=utf-8', ...HEADERS[name] });
    response.end(body ?? (missing === 404 ? 'There is no such page.' : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // It listens on a port, not on a pipe.
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
