/**
 * Decides which addresses from a pack may become links: HTTPS only, and the visible host is the host that is opened. Reports
 * may also go to a mailbox.
 */

/** The normalised address with its host in ASCII (`xn--` for other scripts); null if it must not become a link. */
export function readerAddress(url: string): { href: string; host: string } | null {
  if (!URL.canParse(url)) return null;
  const { protocol, username, password, host, href } = new URL(url);
  if (protocol !== 'https:' || username !== '' || password !== '' || host === '') return null;
  return { href, host };
}

/** Where a report can go. */
export interface EditorsAddress {
  kind: 'mail' | 'page';
  /** Normalised. That of a mailbox has no query: a pack must not add recipients or text to a letter. */
  href: string;
  /** The mailbox, or the host of the page. */
  shown: string;
}

/** One mailbox, in ASCII. */
const MAILBOX = /^[a-z0-9.!#$*+/=^_{|}~-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

/** The address of a pack's editors; null for an address that must not become a link. */
export function editorsAddress(url: string): EditorsAddress | null {
  const page = readerAddress(url);
  if (page) return { kind: 'page', href: page.href, shown: page.host };
  const [, mailbox = ''] = /^mailto:(.*)$/i.exec(url) ?? [];
  return MAILBOX.test(mailbox) ? { kind: 'mail', href: `mailto:${mailbox}`, shown: mailbox } : null;
}
