/** The text file of rules for sites: one rule in each line, `on SITE` or `off SITE`. */
import { elementValue, type SettingValues } from '../shared/settings/settings';
import { parsePattern } from '../shared/sites/site-pattern';
import type { SiteRule } from '../shared/sites/site-rules';

/** All rules of a file, or its first invalid line. */
export type ReadRules = { ok: true; values: SettingValues; count: number } | { ok: false; line: number; text: string };

/** Formats rules. */
export function writeRulesFile(rules: readonly SiteRule[]): string {
  return rules.map(({ pattern, isOn }) => `${isOn ? 'on' : 'off'} ${pattern}\n`).join('');
}

/** Parses rules. Skips empty lines and comments after `#`. */
export function readRulesFile(text: string): ReadRules {
  const values: SettingValues = {};
  let count = 0;
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const rule = line.replace(/#.*/, '').trim();
    if (rule === '') continue;
    const [, word, site = ''] = /^(on|off)\s+(\S+)$/.exec(rule) ?? [];
    const pattern = parsePattern(site);
    if (!word || !pattern.ok) return { ok: false, line: index + 1, text: rule.slice(0, 80) };
    Object.assign(values, elementValue('rule', pattern.value, word === 'on'));
    count++;
  }
  return { ok: true, values, count };
}
