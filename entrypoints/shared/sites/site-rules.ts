/**
 * Rules for sites, and which of them applies. Small, because every page contains it.
 *
 * A *site* is `host`, `host:port` for other than default ports, or `file:` for all local files. A *pattern* is `host` (on any
 * port), `*.host` (the host and its subdomains), either with a `:port`, or `file:`. Hosts are in the browser's spelling: lower
 * case, punycode.
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

/** How specifically a pattern matches a site; 0 if it does not. */
export function fitOf(pattern: string, site: string): number {
  const rule = partsOf(pattern);
  const { host, port } = partsOf(site);
  if (rule.port && rule.port !== port) return 0;
  // A port counts less than any part of the host.
  const withPort = rule.port ? 0.5 : 0;
  if (!rule.hasBelow) return rule.host === host ? EXACT + withPort : 0;
  return host === rule.host || host.endsWith(`.${rule.host}`) ? rule.host.length + withPort : 0;
}

/** The rule that applies to a site; null if the base does. */
export function ruleFor(site: string, rules: readonly SiteRule[]): SiteRule | null {
  let found: SiteRule | null = null;
  let best = 0;
  for (const rule of rules) {
    const fit = fitOf(rule.pattern, site);
    if (fit > best) [found, best] = [rule, fit];
  }
  return found;
}

/** Whether terms are marked on a site; null (no site) has the base. */
export function isSiteOn({ base, rules }: SiteRules, site: string | null): boolean {
  return (site === null ? null : ruleFor(site, rules))?.isOn ?? base === 'on';
}

function partsOf(text: string): { hasBelow: boolean; host: string; port: string } {
  const [, below, host = '', port = ''] = /^(\*\.)?(.*?)\.?(:\d+)?$/.exec(text) ?? [];
  return { hasBelow: below !== undefined, host, port };
}
