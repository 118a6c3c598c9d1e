/**
 * Rules for sites, and which of them applies. Small, because every page contains it.
 *
 * A *site* is `host`, `host:port` for other than default ports, or `file:` for all local files. A *place* is a site with the
 * path of a page in it. A *pattern* is `host` (on any port), `*.host` (the host and its subdomains), either with a `:port`
 * and a `/path` (that page, and all below), or `file:`. Hosts and paths are in the browser's spelling: hosts in lower case
 * and punycode, paths percent-encoded.
 */

/** Turns matching sites on or off. */
export interface SiteRule {
  pattern: string;
  isOn: boolean;
}

/** All rules. */
export interface SiteRules {
  /** Applies to sites without a rule. */
  base: 'on' | 'off';
  /** Unordered: the most specific match applies. */
  rules: readonly SiteRule[];
}

/** On everywhere. */
export const EVERYWHERE: SiteRules = { base: 'on', rules: [] };

/** Parses stored rules; invalid values count as absent. */
export function parseSites(value: unknown): SiteRules {
  const { base, rules } = (value ?? {}) as { base?: unknown; rules?: unknown }; // A value without such fields has none.
  return { base: base === 'off' ? 'off' : 'on', rules: Array.isArray(rules) ? rules.filter(isRule) : [] };
}

function isRule(value: unknown): value is SiteRule {
  const { pattern, isOn } = (value ?? {}) as { pattern?: unknown; isOn?: unknown }; // As above.
  return typeof pattern === 'string' && typeof isOn === 'boolean';
}

/** The site of all local files, which have no host. */
export const LOCAL_FILES = 'file:';

/** More than the length of any host. */
const EXACT = 1000;

/** The site of an address; null for pages of the browser and of extensions. */
export function siteOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host } = new URL(address);
  if (protocol === LOCAL_FILES) return LOCAL_FILES;
  return protocol === 'https:' || protocol === 'http:' ? host : null;
}

/** The place of an address; null where it has no site. Local files are one place. */
export function placeOf(address: string): string | null {
  const site = siteOf(address);
  return site === null || site === LOCAL_FILES ? site : site + new URL(address).pathname;
}

/** The site of a place. */
export function siteIn(place: string): string {
  return place.replace(/\/.*/, '');
}

/** Whether a rule applies to a part of a site. */
export function hasPath({ pattern }: SiteRule): boolean {
  return pattern.includes('/');
}

/** How specifically a pattern matches a place; 0 if it does not. */
export function specificityOf(pattern: string, place: string): number {
  const rule = partsOf(pattern);
  const { host, port, path } = partsOf(place);
  if (rule.port && rule.port !== port) return 0;
  if (rule.path && path !== rule.path && !path.startsWith(`${rule.path}/`)) return 0;
  // A path counts less than any part of the host, and a port less than any path.
  const more = (rule.path ? 0.5 + rule.path.length / 1000 : 0) + (rule.port ? 0.0005 : 0);
  if (!rule.hasBelow) return rule.host === host ? EXACT + more : 0;
  return host === rule.host || host.endsWith(`.${rule.host}`) ? rule.host.length + more : 0;
}

/** The rule that applies to a place; null if the base does. */
export function ruleFor(place: string, rules: readonly SiteRule[]): SiteRule | null {
  let found: SiteRule | null = null;
  let best = 0;
  for (const rule of rules) {
    const fit = specificityOf(rule.pattern, place);
    if (fit > best) [found, best] = [rule, fit];
  }
  return found;
}

/** Whether terms are marked at a place; null (no site) has the base. */
export function isSiteOn({ base, rules }: SiteRules, place: string | null): boolean {
  return (place === null ? null : ruleFor(place, rules))?.isOn ?? base === 'on';
}

function partsOf(text: string): { hasBelow: boolean; host: string; port: string; path: string } {
  const [, below, host = '', port = '', path = ''] = /^(\*\.)?([^/]*?)\.?(:\d+)?(\/.*)?$/.exec(text) ?? [];
  return { hasBelow: below !== undefined, host, port, path };
}
