import { describe, expect, it } from 'vitest';
import { editorsAddress, readerAddress } from '../../glossary/reader-address';

describe('an address from a pack', () => {
  it.each([
    ['https://www.cast.org.cn/a?b#c', 'https://www.cast.org.cn/a?b#c', 'www.cast.org.cn'],
    ['HTTPS://CAST.org.cn', 'https://cast.org.cn/', 'cast.org.cn'],
    ['https://cast.org.cn:8443/', 'https://cast.org.cn:8443/', 'cast.org.cn:8443'],
    ['https://中国科协.cn/', 'https://xn--fiqy8jzrd8s4c.cn/', 'xn--fiqy8jzrd8s4c.cn'],
    // Cyrillic letters that look Latin become visible as punycode.
    ['https://сast.org.cn/', 'https://xn--ast-3ed.org.cn/', 'xn--ast-3ed.org.cn'],
  ])('%s becomes a link', (url, href, host) => {
    expect(readerAddress(url)).toEqual({ href, host });
  });

  it.each([
    '',
    ' ',
    'cast.org.cn',
    '//cast.org.cn/',
    '/bulletin.html',
    'http://cast.org.cn/',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'javascript://https://cast.org.cn/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://cast.org.cn/1',
    'file:///etc/passwd',
    'filesystem:https://cast.org.cn/temporary/a',
    'view-source:https://cast.org.cn/',
    'chrome://settings/',
    'chrome-extension://abc/popup.html',
    'moz-extension://abc/popup.html',
    'about:blank',
    'vbscript:msgbox(1)',
    'mailto:a@cast.org.cn',
    'tel:10086',
    'ftp://cast.org.cn/',
    'ws://cast.org.cn/',
    'intent://cast#Intent;scheme=https;end',
    'https://user@cast.org.cn/',
    'https://user:word@cast.org.cn/',
    'https://cast.org.cn@evil.example/',
    'https://',
    'https:',
    'https://:8443/',
    'https://cast.org.cn:99999/',
    'https://[::1',
    'https://%00/',
    'https://a b/',
    'https:// cast.org.cn',
    'https://cast.org.cn\u0000.evil.example/',
    '///cast.org.cn/',
    '\\\\cast.org.cn\\a',
    '/\\cast.org.cn/',
    'http:cast.org.cn',
    'HTTP://cast.org.cn/',
    'h\u0074tp://cast.org.cn/',
    'javascript&colon;alert(1)',
    '&#106;avascript:alert(1)',
    'java\u00adscript:alert(1)',
    'java\u200bscript:alert(1)',
    '\u202ejavascript:alert(1)',
    'jar:https://cast.org.cn/a!/b',
    'resource://gre/',
    'wss://cast.org.cn/',
    'data:,https://cast.org.cn/',
    'x-https://cast.org.cn/',
    'https+unsafe://cast.org.cn/',
    'feed:https://cast.org.cn/',
    'ms-settings:',
    'magnet:?xt=urn:btih:1',
    'urn:isbn:1',
  ])('%j does not become a link', (url) => {
    expect(readerAddress(url)).toBeNull();
  });
});

describe('an address of editors', () => {
  it.each([
    ['https://society.example/report?a=b', 'page', 'https://society.example/report?a=b', 'society.example'],
    ['mailto:terms@society.example', 'mail', 'mailto:terms@society.example', 'terms@society.example'],
    [
      'MAILTO:Terms+cast@mail.society.example',
      'mail',
      'mailto:Terms+cast@mail.society.example',
      'Terms+cast@mail.society.example',
    ],
  ])('%s becomes a link', (url, kind, href, shown) => {
    expect(editorsAddress(url)).toEqual({ kind, href, shown });
  });

  it.each([
    '',
    'terms@society.example',
    'mailto:',
    'mailto:nobody',
    'mailto:a@b.example?bcc=c@d.example',
    'mailto:a@b.example,c@d.example',
    'mailto:a%0ab@c.example',
    'mailto:"a b"@c.example',
    'mailto:a@b.example\nc',
    'http://society.example/',
    'javascript:alert(1)',
  ])('%j does not become a link', (url) => {
    expect(editorsAddress(url)).toBeNull();
  });
});
