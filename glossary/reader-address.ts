/** Owns which addresses from a pack may become links: what a reader can see is where they get to. */

/** The address as the browser will go there, with the host as it is resolved (`xn--`, where it is not ASCII). Null: no link. */
export function readerAddress(url: string): { href: string; host: string } | null {
  if (!URL.canParse(url)) return null;
  const { protocol, username, password, host, href } = new URL(url);
  if (protocol !== 'https:' || username !== '' || password !== '' || host === '') return null;
  return { href, host };
}
