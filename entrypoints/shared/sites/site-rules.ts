/**
 * Owns where terms are marked: rules for sites, and which of them holds. Kept small: every page carries it.
 *
 * A *site* is what a page's address says: `host`, `host:port` where the port is not the usual one, or `file:` for all
 * local files. A *pattern* is `host` (on any port), `*.host` (the host and all below it), either with a `:port`, or
 * `file:`. Hosts are in the browser's own spelling: lower case, punycode.
 */

export interface SiteRule {
  pattern: string;
  isOn: boolean;
}

export interface SiteRules {
  /** What holds where no rule does. */
  base: 'on' | 'off';
  /** In no order: the narrowest that fits holds. */
  rules: readonly SiteRule[];
}

/** All local files: their pages have no host. */
export const LOCAL_FILES = 'file:';

/** Beyond the length of any host. */
const EXACT = 1000;

/** The site of an address; null where there is none (browser pages, the extension's own). */
export function siteOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host } = new URL(address);
  if (protocol === LOCAL_FILES) return LOCAL_FILES;
  return protocol === 'https:' || protocol === 'http:' ? host : null;
}

/** How narrowly a pattern fits a site; 0 if it does not. */
export function fitOf(pattern: string, site: string): number {
  const rule = partsOf(pattern);
  const { host, port } = partsOf(site);
  if (rule.port && rule.port !== port) return 0;
  // A port counts for less than any part of the host.
  const withPort = rule.port ? 0.5 : 0;
  if (!rule.hasBelow) return rule.host === host ? EXACT + withPort : 0;
  return host === rule.host || host.endsWith(`.${rule.host}`) ? rule.host.length + withPort : 0;
}

/** The rule that holds for a site, or null: then the base does. */
export function ruleFor(site: string, rules: readonly SiteRule[]): SiteRule | null {
  let found: SiteRule | null = null;
  let best = 0;
  for (const rule of rules) {
    const fit = fitOf(rule.pattern, site);
    if (fit > best) [found, best] = [rule, fit];
  }
  return found;
}

/** Whether terms are marked on a site; where there is none, what holds is the base. */
export function isSiteOn({ base, rules }: SiteRules, site: string | null): boolean {
  return (site === null ? null : ruleFor(site, rules))?.isOn ?? base === 'on';
}

function partsOf(text: string): { hasBelow: boolean; host: string; port: string } {
  const [, below, host = '', port = ''] = /^(\*\.)?(.*?)\.?(:\d+)?$/.exec(text) ?? [];
  return { hasBelow: below !== undefined, host, port };
}
