import { describe, expect, it } from 'vitest';
import { hostOf, parseSitesOff, withSite } from '../../../entrypoints/shared/sites';

describe('parseSitesOff', () => {
  it.each([
    ['nothing stored', undefined, []],
    ['a list of hosts', ['a.cn', 'b.cn'], ['a.cn', 'b.cn']],
    ['something that is no list', { 'a.cn': true }, []],
    ['a list with something else in it', ['a.cn', 7], []],
    ['null', null, []],
    ['text', 'a.cn', []],
  ])('reads %s', (_name, stored, expected) => {
    expect(parseSitesOff(stored)).toEqual(expected);
  });
});

describe('hostOf', () => {
  it.each([
    ['https://news.example.cn/a?b#c', 'news.example.cn'],
    ['http://127.0.0.1:8080/', '127.0.0.1'],
    ['https://例子.中国/', 'xn--fsqu00a.xn--fiqs8s'],
    ['file:///home/a.html', null],
    ['chrome://newtab/', null],
    ['about:blank', null],
    ['', null],
    ['no address', null],
  ])('of %s is %s', (address, host) => {
    expect(hostOf(address)).toBe(host);
  });
});

describe('withSite', () => {
  it.each([
    [[], 'a.cn', false, ['a.cn']],
    [['a.cn'], 'a.cn', false, ['a.cn']],
    [['a.cn', 'b.cn'], 'a.cn', true, ['b.cn']],
    [['a.cn', 'a.cn'], 'a.cn', true, []],
    [['a.cn'], 'b.cn', true, ['a.cn']],
  ])('of %j turns %s on: %s', (sitesOff, host, isOn, expected) => {
    expect(withSite(sitesOff, host, isOn)).toEqual(expected);
  });
});
