/** Decides which addresses from a pack may become links: HTTPS only, and the visible host is the host that is opened. */

/** The normalised address with its host in ASCII (`xn--` for other scripts); null if it must not become a link. */
export function readerAddress(url: string): { href: string; host: string } | null {
  if (!URL.canParse(url)) return null;
  const { protocol, username, password, host, href } = new URL(url);
  if (protocol !== 'https:' || username !== '' || password !== '' || host === '') return null;
  return { href, host };
}
