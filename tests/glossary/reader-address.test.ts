import { describe, expect, it } from 'vitest';
import { readerAddress } from '../../glossary/reader-address';

describe('an address from a pack', () => {
  it.each([
    ['https://www.cast.org.cn/a?b#c', 'https://www.cast.org.cn/a?b#c', 'www.cast.org.cn'],
    ['HTTPS://CAST.org.cn', 'https://cast.org.cn/', 'cast.org.cn'],
    ['https://cast.org.cn:8443/', 'https://cast.org.cn:8443/', 'cast.org.cn:8443'],
    ['https://中国科协.cn/', 'https://xn--fiqy8jzrd8s4c.cn/', 'xn--fiqy8jzrd8s4c.cn'],
    // Cyrillic letters that look Latin are seen as what they are.
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
  ])('%j does not', (url) => {
    expect(readerAddress(url)).toBeNull();
  });
});
