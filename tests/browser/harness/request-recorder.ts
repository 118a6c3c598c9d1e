/**
 * Records every request that leaves the computer while a browser runs the tests of a file: its proxy is a server that notes the
 * host and refuses. Pages of tests are on this computer, where browsers use no proxy.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { type Driver, launchChromium, launchFirefox, leadToLoopback } from '../../../tools/browser/driver';
import { until } from '../../../tools/browser/wait';

/** Hosts that browsers ask by themselves, for updates and lists. */
const OF_BROWSERS =
  /(^|\.)(google|googleapis|gstatic|gvt1|google-analytics|mozilla|mozilla\.net|firefox|mozaws|mozgcp|getpocket)(\.\w+)+$/;
/** No such host exists: a page asks for it to show that requests are recorded. */
const CONTROL = 'control.pangzhu.example';

/** The names lead to this computer without the proxy. */
const LAUNCHERS = {
  chromium: (port: number, names: readonly string[]) => {
    const { args = [], ...options } = leadToLoopback('chromium', names);
    const proxy = [`--proxy-server=http://127.0.0.1:${port}`, `--proxy-bypass-list=${names.join(';')}`];
    return launchChromium({ ...options, args: [...args, ...proxy] });
  },
  firefox: (port: number, names: readonly string[]) => {
    const { extraPrefsFirefox, ...options } = leadToLoopback('firefox', names);
    return launchFirefox({ ...options, extraPrefsFirefox: { ...extraPrefsFirefox, ...proxyPreferences(port, names) } });
  },
};

/**
 * Launches a browser for the tests of a file whose requests are recorded.
 * @param names public names that lead to servers of the tests, as in `leadToLoopback`.
 * @returns `launch` for the tests, and `expectNone`, which registers the last test of the file.
 */
export function recordRequests(
  browser: keyof typeof LAUNCHERS,
  names: readonly string[] = [],
): {
  launch(): Promise<Driver>;
  expectNone(): void;
} {
  const hosts: string[] = [];
  let driver: Driver | null = null;
  const proxy = createServer((request, response) => {
    hosts.push(URL.canParse(request.url ?? '') ? new URL(request.url ?? '').hostname : `${request.headers.host}`);
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket) => {
    hosts.push(`${request.url}`.replace(/:\d+$/, ''));
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  afterAll(() => proxy.close());
  return {
    launch: async () => {
      if (!proxy.listening) await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
      driver = await LAUNCHERS[browser]((proxy.address() as AddressInfo).port, names); // It listens on a port.
      return driver;
    },
    expectNone: () =>
      it('in all these tests no request left the computer', async () => {
        const page = await driver?.newPage();
        await page?.goto(`http://${CONTROL}/`).catch(() => null);
        await until('a request of a page, recorded', async () => hosts.includes(CONTROL));
        expect(hosts.filter((host) => host !== CONTROL && !OF_BROWSERS.test(host))).toEqual([]);
        await page?.close();
      }),
  };
}

function proxyPreferences(port: number, names: readonly string[]): Record<string, string | number> {
  const of = (kind: string) => ({ [`network.proxy.${kind}`]: '127.0.0.1', [`network.proxy.${kind}_port`]: port });
  return { 'network.proxy.type': 1, 'network.proxy.no_proxies_on': names.join(), ...of('http'), ...of('ssl') };
}
