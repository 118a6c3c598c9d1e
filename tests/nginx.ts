/** Starts nginx on loopback, as a plain process with its own folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../tools/browser/wait';

/** A running server. */
export interface Nginx {
  /** `http://127.0.0.1:PORT`. */
  origin: string;
  /** Lines of the access log: status, bytes of the body, request. */
  requests(): string[];
  stop(): Promise<void>;
}

/**
 * @param root absolute path of the served folder. @param locations for the `server` block.
 * @param certificate path of a file with a certificate and its key: the server then speaks https.
 */
export async function startNginx(root: string, locations: string, certificate: string | null = null): Promise<Nginx> {
  const prefix = mkdtempSync(join(tmpdir(), 'nginx-'));
  mkdirSync(join(prefix, 'temp'));
  const port = await freePort();
  writeFileSync(join(prefix, 'nginx.conf'), configuration(prefix, { root, port, locations, certificate }));
  const server = spawn(program(), ['-p', prefix, '-c', join(prefix, 'nginx.conf'), '-e', join(prefix, 'error.log')]);
  const origin = `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`;
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  await until('nginx', () => isAnswering(server, port, join(prefix, 'error.log')));
  return {
    origin,
    requests: () => readFileSync(join(prefix, 'access.log'), 'utf8').trim().split('\n'),
    async stop() {
      server.kill();
      await ended;
      rmSync(prefix, { recursive: true, force: true });
    },
  };
}

function program(): string {
  const path =
    process.env.PANGZHU_NGINX ?? ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx'].find(existsSync);
  if (!path) throw new Error('There is no nginx: install nginx-light, or name its path in PANGZHU_NGINX.');
  return path;
}

/** What is served, and how. */
interface Served {
  root: string;
  port: number;
  locations: string;
  certificate: string | null;
}

function configuration(prefix: string, served: Served): string {
  const { certificate } = served;
  const tls = certificate ? `ssl_certificate ${certificate}; ssl_certificate_key ${certificate};` : '';
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `  ${kind}_temp_path ${prefix}/temp/${kind};`,
  );
  // Temporary folders can be read by their owner only: workers of root would run as another user.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  return `daemon off;
worker_processes 1;
${user}
pid ${prefix}/nginx.pid;
events { worker_connections 256; }
http {
  log_format short '$status $body_bytes_sent $request';
  access_log ${prefix}/access.log short;
${temporary.join('\n')}
  types { text/html html; text/css css; text/javascript js; application/json json; image/svg+xml svg; image/png png; }
  default_type application/octet-stream;
  server {
    listen 127.0.0.1:${served.port}${certificate ? ' ssl' : ''};
    ${tls}
    root ${served.root};
    ${served.locations}
  }
}
`;
}

async function isAnswering(server: ChildProcess, port: number, log: string): Promise<boolean> {
  if (server.exitCode !== null) throw new Error(`nginx ended:\n${readFileSync(log, 'utf8')}`);
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
