/** Owns serving made pages on 127.0.0.1. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface MadeServer {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  close(): void;
}

/** @param pages by path without the slash. */
export async function serveMade(pages: Record<string, string>): Promise<MadeServer> {
  const server = createServer((request, response) => {
    const body = pages[new URL(request.url ?? '/', 'http://localhost').pathname.slice(1)];
    response.writeHead(body === undefined ? 204 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // It listens on a port, not on a pipe.
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
