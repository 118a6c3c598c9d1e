import { describe, expect, it } from 'vitest';
import { siteChange } from '../../../../entrypoints/shared/settings/site-change';
import { isSiteOn, placeOf, type SiteRules, siteIn, siteOf } from '../../../../entrypoints/shared/sites/site-rules';

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

describe('placeOf', () => {
  it.each([
    ['https://News.example.cn/A/新?b#c', 'news.example.cn/A/%E6%96%B0', 'news.example.cn'],
    ['http://[::1]:8080/', '[::1]:8080/', '[::1]:8080'],
    ['file:///home/a.html', 'file:', 'file:'],
  ])('of %s is %s, on the site %s', (address, place, site) => {
    expect(placeOf(address)).toBe(place);
    expect(siteIn(place)).toBe(site);
  });

  it('does not exist for pages of the browser', () => {
    expect(placeOf('about:blank')).toBeNull();
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
    ['a rule for a path', rules('on', '-a.cn/news'), 'a.cn/news', false],
    ['a rule for a path, deep down and on any port', rules('on', '-a.cn/news'), 'a.cn:81/news/2021/a.html', false],
    ['no rule for a path that only begins alike', rules('on', '-a.cn/news'), 'a.cn/newspaper', true],
    ['no rule for a path in another case', rules('on', '-a.cn/news'), 'a.cn/News', true],
    ['no rule for a path on the rest of the site', rules('on', '-a.cn/news'), 'a.cn/', true],
    ['no rule for a path where only the site is known', rules('on', '-a.cn/news'), 'a.cn', true],
    ['the path’s rule before the host’s', rules('on', '-a.cn', '+a.cn/news'), 'a.cn/news/b', true],
    ['the longer of two paths', rules('on', '-a.cn/news/b', '+a.cn/news'), 'a.cn/news/b/c', false],
    ['the path’s rule before the port’s', rules('on', '-a.cn:81', '+a.cn/news'), 'a.cn:81/news', true],
    ['a rule for a path and a port', rules('on', '-a.cn:81/news', '+a.cn/news'), 'a.cn:81/news', false],
    ['a rule for a path of all below', rules('on', '-*.a.cn/news'), 'www.a.cn/news', false],
    [
      'the host’s rule before one for a path of all below',
      rules('on', '-*.a.cn/news', '+www.a.cn'),
      'www.a.cn/news',
      true,
    ],
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
    ['adds a rule for the host, whatever the path', rules('on'), 'a.cn:81/news', false, { 'rule/a.cn': false }],
    [
      'changes the rule for the path that applies',
      rules('on', '-a.cn/news'),
      'a.cn/news/b',
      true,
      { 'rule/a.cn/news': null },
    ],
    ['does not touch a rule for another path', rules('on', '-a.cn/news'), 'a.cn/b', false, { 'rule/a.cn': false }],
    [
      'does not touch a rule for a path of all below',
      rules('on', '-*.a.cn/news'),
      'www.a.cn/news',
      true,
      { 'rule/www.a.cn': true },
    ],
    ['turns local files', rules('on'), 'file:', false, { 'rule/file:': false }],
  ])('%s', (_name, given, site, isOn, expected) => {
    expect(siteChange(given, { place: site, isOn }, () => false)).toEqual(expected);
  });

  it('overrides a rule of the organisation instead of removing it', () => {
    expect(siteChange(rules('on', '-a.cn'), { place: 'a.cn/news', isOn: true }, () => true)).toEqual({
      'rule/a.cn': true,
    });
  });
});
