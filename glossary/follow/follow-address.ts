/**
 * Reads the address of a published glossary, and refuses those that lead into the reader's own network. An extension learns
 * no IP address of a name, so that names are judged by their spelling.
 */

/** Name of the manifest of a published glossary, beside its site. */
const MANIFEST = 'latest.json';
/** Keys that an address may name: the current one, and one that is kept offline. */
const MAX_KEYS = 2;
/** Length of an address, in UTF-16 units. */
const MAX_LENGTH = 2_048;

/** Why nothing is fetched from an address. */
type HostFault = 'not-https' | 'private-address';

/** Why an address cannot be followed. */
export type AddressFault = HostFault | 'no-address' | 'bad-key';

/** An address that may be followed. */
export interface FollowAddress {
  /** Of the manifest, without keys. */
  url: string;
  /** Public keys, base64url: one of them has signed. Empty if the address names none. */
  keys: readonly string[];
}

/**
 * Reads `https://HOST/PATH/latest.json#k=KEY`, or the address of the site beside it. Several keys are separated by commas.
 * @returns a fault as a text.
 */
export function readFollowAddress(text: string): FollowAddress | AddressFault {
  const trimmed = text.trim();
  const url = trimmed.length > MAX_LENGTH || !URL.canParse(trimmed) ? null : new URL(trimmed);
  if (url?.username !== '' || url.password !== '') return 'no-address';
  const fault = hostFault(url);
  if (fault) return fault;
  const keys = keysIn(url.hash);
  if (!keys) return 'bad-key';
  url.hash = '';
  url.search = '';
  if (!url.pathname.endsWith('.json'))
    url.pathname = `${url.pathname.replace(/(?:\/|\/index\.html)?$/, '')}/${MANIFEST}`;
  return { url: url.href, keys };
}

/** Why nothing may be fetched from an address; null if it may be. */
export function hostFault({ protocol, hostname }: URL): HostFault | null {
  if (protocol !== 'https:') return 'not-https';
  return isPrivateHost(hostname) ? 'private-address' : null;
}

/** Null if there is something else than keys of 32 bytes. */
function keysIn(hash: string): string[] | null {
  if (hash === '' || hash === '#') return [];
  const [, list = ''] = /^#k=([\w,-]+)$/.exec(hash) ?? [];
  const keys = [...new Set(list.split(','))];
  return keys.length <= MAX_KEYS && keys.every((key) => /^[\w-]{43}$/.test(key)) ? keys : null;
}

/** Names that routers, systems and organisations give to their own machines. */
const PRIVATE_NAMES = /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa)$/;

/** Whether a host, as `URL` normalises it, is in a private network. Names without a dot are. */
export function isPrivateHost(hostname: string): boolean {
  if (hostname.startsWith('[')) return isPrivateIpv6(hostname.slice(1, -1));
  const name = hostname.replace(/\.+$/, '');
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return isPrivateIpv4(name.split('.').map(Number));
  return !name.includes('.') || PRIVATE_NAMES.test(name);
}

/** Ranges that are not public: this host, private, shared, loopback, link-local, reserved, tests, multicast and above. */
const IPV4_RANGES: readonly [base: string, bits: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

function isPrivateIpv4(bytes: readonly number[]): boolean {
  const address = numberOf(bytes);
  return IPV4_RANGES.some(([base, bits]) => {
    const size = 2 ** (32 - bits);
    return Math.floor(address / size) === Math.floor(numberOf(base.split('.').map(Number)) / size);
  });
}

const numberOf = (bytes: readonly number[]): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

/** Only 2000::/3 is public. Of it, 6to4 and Teredo are refused, because they lead to an IPv4 address, and documentation. */
function isPrivateIpv6(address: string): boolean {
  const [first = '', second = ''] = address.split(':');
  const high = Number.parseInt(first || '0', 16);
  if (high < 0x2000 || high > 0x3fff || high === 0x2002) return true;
  return high === 0x2001 && (second === '' || ['0', 'db8'].includes(second));
}
