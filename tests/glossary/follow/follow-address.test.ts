import { describe, expect, it } from 'vitest';
import { readFollowAddress } from '../../../glossary/follow/follow-address';

const KEY = 'A'.repeat(43);
const OTHER = `${'B'.repeat(42)}-`;

describe('the address of a published glossary', () => {
  it.each<[string, string, readonly string[]]>([
    [`https://a.example/g/latest.json#k=${KEY}`, 'https://a.example/g/latest.json', [KEY]],
    [`https://a.example/latest.json#k=${KEY},${OTHER}`, 'https://a.example/latest.json', [KEY, OTHER]],
    [`  https://A.example:8443/x.json?y=1#k=${KEY},${KEY} `, 'https://a.example:8443/x.json', [KEY]],
    ['https://a.example', 'https://a.example/latest.json', []],
    ['https://a.example/g', 'https://a.example/g/latest.json', []],
    ['https://a.example/g/#', 'https://a.example/g/latest.json', []],
    ['https://a.example/g/index.html', 'https://a.example/g/latest.json', []],
    ['https://[2606:4700::1111]/', 'https://[2606:4700::1111]/latest.json', []],
    ['https://8.8.8.8/', 'https://8.8.8.8/latest.json', []],
    ['https://术语.example/', 'https://xn--cqvv13f.example/latest.json', []],
  ])('%s names a manifest and its keys', (text, url, keys) => {
    expect(readFollowAddress(text)).toEqual({ url, keys });
  });

  it.each([
    '',
    'latest.json',
    '//a.example/',
    'https://user@a.example/',
    'https://user:word@a.example/',
    `https://a.example/${'x'.repeat(2_048)}`,
  ])('%j is no address', (text) => {
    expect(readFollowAddress(text)).toBe('no-address');
  });

  it.each([
    'http://a.example/',
    'ftp://a.example/',
    'file:///etc/latest.json',
    'javascript:alert(1)',
    'data:,x',
    'blob:https://a.example/1',
  ])('%s is not https', (text) => {
    expect(readFollowAddress(text)).toBe('not-https');
  });

  it.each([
    'https://localhost/',
    'https://localhost./',
    'https://localhost../',
    'https://printer../',
    'https://a.localhost/',
    'https://printer/',
    'https://printer.local/',
    'https://wiki.internal/',
    'https://router.lan/',
    'https://nas.home.arpa/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://①②⑦.0.0.1/',
    'https://0.0.0.0/',
    'https://10.1.2.3/',
    'https://100.64.0.1/',
    'https://169.254.169.254/',
    'https://172.16.0.1/',
    'https://172.31.255.255/',
    'https://192.168.1.1/',
    'https://198.18.0.1/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    'https://[::]/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:8.8.8.8]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[fc00::1]/',
    'https://[fd12:3456::1]/',
    'https://[fe80::1]/',
    'https://[ff02::1]/',
    'https://[2001:db8::1]/',
    'https://[2001::1]/',
    'https://[2002:7f00:1::]/',
  ])('%s is in a private network', (text) => {
    expect(readFollowAddress(text)).toBe('private-address');
  });

  it.each([
    '172.15.0.1',
    '172.32.0.1',
    '100.128.0.1',
    '11.0.0.1',
    '192.169.0.1',
    'localhost.example',
    'notlocal'.concat('.example'),
  ])('%s is not, though it looks alike', (host) => {
    expect(readFollowAddress(`https://${host}/`)).toMatchObject({ keys: [] });
  });

  it.each(['#k=', '#k=short', `#k=${KEY}!`, `#k=${KEY},${OTHER},${'C'.repeat(43)}`, `#x=${KEY}`])(
    '%s names no key',
    (hash) => {
      expect(readFollowAddress(`https://a.example/${hash}`)).toBe('bad-key');
    },
  );
});
