import { describe, expect, it } from 'vitest';
import { siteChange } from '../../../../entrypoints/shared/settings/site-change';
import { isSiteOn, type SiteRules, siteOf } from '../../../../entrypoints/shared/sites/site-rules';

describe('siteOf', () => {
  it.each([
    ['https://news.example.cn/a?b#c', 'news.example.cn'],
    ['http://127.0.0.1:8080/', '127.0.0.1:8080'],
    ['https://news.cn:443/', 'news.cn'],
    ['http://[::1]:8080/', '[::1]:8080'],
    ['https://例子.中国/', 'xn--fsqu00a.xn--fiqs8s'],
    ['file:///home/a.html', 'file:'],
    ['chrome://newtab/', null],
    ['about:blank', null],
    ['', null],
    ['no address', null],
  ])('of %s is %s', (address, site) => {
    expect(siteOf(address)).toBe(site);
  });
});

const rules = (base: 'on' | 'off', ...given: string[]): SiteRules => ({
  base,
  rules: given.map((text) => ({ pattern: text.slice(1), isOn: text.startsWith('+') })),
});

describe('isSiteOn', () => {
  it.each<[string, SiteRules, string | null, boolean]>([
    ['the base where there is no rule', rules('on'), 'a.cn', true],
    ['the base where there is no rule', rules('off'), 'a.cn', false],
    ['the base where there is no site', rules('off', '+a.cn'), null, false],
    ['a rule for the host', rules('on', '-a.cn'), 'a.cn', false],
    ['a rule for the host on every port', rules('on', '-a.cn'), 'a.cn:8080', false],
    ['no rule for a host below', rules('on', '-a.cn'), 'www.a.cn', true],
    ['no rule for a host that only ends alike', rules('on', '-*.a.cn'), 'ba.cn', true],
    ['a rule for all below, the host included', rules('on', '-*.a.cn'), 'a.cn', false],
    ['a rule for all below, deep down', rules('on', '-*.a.cn'), 'x.y.a.cn', false],
    ['the narrower of two, first', rules('off', '+www.a.cn', '-*.a.cn'), 'www.a.cn', true],
    ['the narrower of two, last', rules('off', '-*.a.cn', '+www.a.cn'), 'www.a.cn', true],
    ['the longer of two for all below', rules('off', '+*.b.a.cn', '-*.a.cn'), 'x.b.a.cn', true],
    ['a rule for one port', rules('on', '-a.cn:8080'), 'a.cn:8080', false],
    ['no rule for another port', rules('on', '-a.cn:8080'), 'a.cn', true],
    ['the port’s rule before the host’s', rules('on', '-a.cn', '+a.cn:8080'), 'a.cn:8080', true],
    ['a rule for an IPv4 host', rules('on', '-127.0.0.1'), '127.0.0.1:3000', false],
    ['a rule for an IPv6 host', rules('on', '-[::1]'), '[::1]:3000', false],
    ['a rule for an IPv6 host and port', rules('on', '-[::1]:3000'), '[::1]:3001', true],
    ['a rule for punycode', rules('on', '-*.xn--fiqs8s'), 'xn--fsqu00a.xn--fiqs8s', false],
    ['a rule for local files', rules('on', '-file:'), 'file:', false],
    ['a host with a dot at its end as without', rules('on', '-a.cn'), 'a.cn.', false],
    ['no rule of a pattern without a host', rules('on', '-'), 'a.cn', true],
    ['__proto__ as any other word', rules('on', '-__proto__'), '__proto__', false],
  ])('applies %s', (_name, given, site, expected) => {
    expect(isSiteOn(given, site)).toBe(expected);
  });
});

describe('siteChange', () => {
  it.each<[string, SiteRules, string, boolean, object]>([
    ['adds a rule for the host, whatever the port', rules('on'), 'a.cn:8080', false, { 'rule/a.cn': false }],
    ['takes the rule away where the base says as much', rules('on', '-a.cn'), 'a.cn', true, { 'rule/a.cn': null }],
    [
      'changes the rule where a wider one says otherwise',
      rules('on', '-a.cn', '-*.a.cn'),
      'a.cn',
      true,
      { 'rule/a.cn': true },
    ],
    ['does not touch a wider rule', rules('on', '-*.a.cn'), 'www.a.cn', true, { 'rule/www.a.cn': true }],
    ['changes the port’s own rule', rules('on', '-a.cn', '+a.cn:81'), 'a.cn:81', false, { 'rule/a.cn:81': null }],
    ['does nothing where it holds', rules('on'), 'a.cn', true, {}],
    ['turns local files', rules('on'), 'file:', false, { 'rule/file:': false }],
  ])('%s', (_name, given, site, isOn, expected) => {
    expect(siteChange(given, { site, isOn }, () => false)).toEqual(expected);
  });

  it('overrides a rule of the organisation instead of removing it', () => {
    expect(siteChange(rules('on', '-a.cn'), { site: 'a.cn', isOn: true }, () => true)).toEqual({ 'rule/a.cn': true });
  });
});
