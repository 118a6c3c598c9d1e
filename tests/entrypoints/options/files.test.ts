import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRulesFile, writeRulesFile } from '../../../entrypoints/options/rules-file';
import { readSettingsFile, writeSettingsFile } from '../../../entrypoints/options/settings-file';
import { parsePattern } from '../../../entrypoints/shared/sites/site-pattern';

describe('parsePattern', () => {
  it.each([
    ['news.cn', 'news.cn'],
    [' News.CN ', 'news.cn'],
    ['*.news.cn', '*.news.cn'],
    ['news.cn:8080', 'news.cn:8080'],
    ['*.news.cn:8080', '*.news.cn:8080'],
    ['https://news.cn/politics/a.htm?x#y', 'news.cn'],
    ['http://news.cn:80/', 'news.cn'],
    ['例子.中国', 'xn--fsqu00a.xn--fiqs8s'],
    ['ｎｅｗｓ．ｃｎ', 'news.cn'],
    ['127.0.0.1:3000', '127.0.0.1:3000'],
    ['127.1', '127.0.0.1'],
    ['[::1]:3000', '[::1]:3000'],
    ['localhost', 'localhost'],
    ['news.cn.', 'news.cn'],
    ['file:', 'file:'],
    ['file:///home/a.html', 'file:'],
  ])('reads %s as %s', (text, expected) => {
    expect(parsePattern(text)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['news.cn/a*b', 'path'],
    [`news.cn/${'a'.repeat(200)}`, 'path'],
    ['news.cn?x', 'path'],
    ['*', 'host'],
    ['.', 'host'],
    ['a..cn', 'host'],
    ['*.*.cn', 'host'],
    ['new*s.cn', 'host'],
    ['*.127.0.0.1', 'host'],
    ['user@news.cn', 'host'],
    ['http://', 'host'],
    ['news .cn', 'host'],
    ['news.cn:99999', 'host'],
  ])('refuses %j: %s', (text, fault) => {
    expect(parsePattern(text)).toEqual({ ok: false, error: fault });
  });

  it('reads the file it wrote unchanged', () => {
    fc.assert(
      fc.property(fc.oneof(fc.domain(), fc.webUrl(), fc.string()), (text) => {
        const first = parsePattern(text);
        if (first.ok) expect(parsePattern(first.value)).toEqual(first);
      }),
    );
  });
});

describe('the file of rules', () => {
  it('is read as it was written', () => {
    const rules = [
      { pattern: '*.a.cn', isOn: true },
      { pattern: 'file:', isOn: false },
    ];
    const read = readRulesFile(writeRulesFile(rules));
    expect(read).toEqual({ ok: true, count: 2, values: { 'rule/*.a.cn': true, 'rule/file:': false } });
  });

  it('ignores empty lines, comments, byte order marks and carriage returns', () => {
    expect(readRulesFile('\uFEFF# mine\r\n\r\noff  a.cn  # noisy\r\n')).toEqual({
      ok: true,
      count: 1,
      values: { 'rule/a.cn': false },
    });
  });

  it.each([
    ['on a.cn\nmaybe b.cn', 2, 'maybe b.cn'],
    ['\n\noff', 3, 'off'],
    ['on a.cn/path?x', 1, 'on a.cn/path?x'],
    ['a.cn', 1, 'a.cn'],
  ])('names the line it cannot read in %j', (text, line, shown) => {
    expect(readRulesFile(text)).toEqual({ ok: false, line, text: shown });
  });
});

describe('the file of settings', () => {
  const free = () => false;
  const values = {
    'marks.style': 'wavy',
    'rule/*.a.cn': true,
    'muted/bundled/cast': true,
    'term/x': { headword: '词语', forms: ['词'.repeat(2)], definition: '释义' },
  };

  it('is read as it was written', () => {
    expect(readSettingsFile(writeSettingsFile(values), free)).toEqual({ ok: true, values, locked: 0 });
  });

  it('of version 0.1.0 is read, which named muted entries otherwise', () => {
    const settings = { 'muted/cast': true, 'muted/own/x': true, 'muted/preset/a-0123456789abcdef': false };
    const text = JSON.stringify({ pangzhu: 'settings', version: 1, settings });
    expect(readSettingsFile(text, free)).toMatchObject({
      values: {
        'muted/bundled/cast': true,
        'muted/user/x': true,
        'muted/policy-a/0123456789abcdef': false,
      },
    });
  });

  it('skips locked settings, and counts them', () => {
    const read = readSettingsFile(writeSettingsFile({ ...values, density: 'page' }), (key) =>
      ['density', 'rule/*.a.cn'].includes(key),
    );
    const { 'rule/*.a.cn': _rule, ...rest } = values;
    expect(read).toEqual({ ok: true, values: rest, locked: 2 });
  });

  it('refuses an unknown key', () => {
    const text = '{"pangzhu":"settings","version":1,"settings":{"__proto__":{"badge":false}}}';
    expect(readSettingsFile(text, free)).toEqual({ ok: true, values: {}, locked: 0 });
  });

  const file = (settings: unknown, version: unknown = 1) => JSON.stringify({ pangzhu: 'settings', version, settings });
  it.each([
    ['{', '/', 'not_json'],
    ['', '/', 'not_json'],
    ['[]', '/pangzhu', 'not_ours'],
    ['{"pangzhu":"pack"}', '/pangzhu', 'not_ours'],
    [file(['wavy']), '/settings/0', 'unknown'],
    [file('wavy'), '/settings', 'not_ours'],
    [file({}, 99), '/version', 'newer'],
    [file({ 'marks.sound': 1 }), '/settings/marks.sound', 'unknown'],
    [file({ 'marks.style': 'wavy', 'card.restMs': 'long' }), '/settings/card.restMs', 'value'],
    [file({ 'marks.style': null }), '/settings/marks.style', 'value'],
    [file({ density: 'never' }), '/settings/density', 'value'],
  ])('reports place and reason of a fault (%#)', (text, where, what) => {
    expect(readSettingsFile(text, (key) => key === 'density')).toEqual({ ok: false, where, what });
  });
});
