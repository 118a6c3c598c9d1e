import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entryAddress } from '../../glossary/publish/site';
import { PAGE_LINES } from '../../site/index-plan';
import { SITE_LANGUAGES } from '../../site/languages';
import {
  ADDRESS,
  bundledContent,
  bundledFiles,
  dataIn,
  FOLLOW,
  filesOf,
  listContent,
  PARTS,
  pagesOf,
} from './contents';

const HOSTILE = `</script><script>alert("1")</script><img src=x onerror='alert(2)'>\u2028&amp;\u202e`;

/** Values of an attribute, as a browser reads them. */
function valuesOf(html: string, attribute: string): string[] {
  const values = [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))];
  return values.map(([, value = '']) => value.replaceAll('&amp;', '&').replaceAll('&quot;', '"'));
}

/** Links of a page within the site that lead to no file, or to a place that its page does not have. */
function brokenLinks(path: string, html: string, files: ReadonlyMap<string, string>): string[] {
  const links = [...valuesOf(html, 'href'), ...valuesOf(html, 'src'), ...valuesOf(html, 'action')];
  return links
    .filter((link) => !link.startsWith('https:'))
    .filter((link) => {
      const [target = '', fragment] = link.split('#');
      const file = target === '' ? path : posix.join(posix.dirname(path), decodeURIComponent(target));
      const found = files.get(file);
      if (found === undefined) return true;
      // The map reads its fragment itself.
      const [, entry] = /^entry\/(.*)$/.exec(fragment ?? '') ?? [];
      if (entry !== undefined) return !files.has(`${entryAddress(entry)}index.html`);
      return fragment !== undefined && !found.includes(` id="${decodeURIComponent(fragment)}"`);
    })
    .map((link) => `${path}: ${link}`);
}

const bundled = bundledFiles();
const pages = pagesOf(bundled);
const indexed = pages.filter(([path]) => path !== '404.html');

describe('the website of the bundled glossary', () => {
  it('has the addresses of entries and sentences that other programs use', () => {
    expect(bundled.has('entry/cast-10th/index.html')).toBe(true);
    expect(bundled.get('bulletin/cast-2021-06-11/index.html')).toContain(' id="p2s1"');
    expect(bundled.get('index.html')).toContain('lang="zh-Hans"');
  });

  it('has links that all lead somewhere', () => {
    const all = indexed.flatMap(([path, html]) => brokenLinks(path, html, bundled));
    expect(all).toEqual([]);
  });

  it('has a page for unknown addresses whose links start at the root of the host', () => {
    const html = bundled.get('404.html') ?? '';
    const links = [...valuesOf(html, 'href'), ...valuesOf(html, 'src')].filter((link) => !link.startsWith('#'));
    expect(links.filter((link) => !link.startsWith('/kexie/'))).toEqual([]);
    expect(links.filter((link) => !bundled.has(link.slice('/kexie/'.length)))).toEqual([]);
    expect([...html.matchAll(/<section lang="([^"]+)"/g)].map(([, language]) => language)).toEqual(SITE_LANGUAGES);
  });

  it('has unique ids in each page', () => {
    const twice = pages.flatMap(([path, html]) => {
      const ids = valuesOf(html, 'id');
      return ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${path}: ${id}`);
    });
    expect(twice).toEqual([]);
  });

  it('has every page in every language, each naming the others', () => {
    const folderOf = (path: string) => path.replace(/^(zh-Hant|en)\//, '');
    const inRoot = indexed.map(([path]) => path).filter((path) => folderOf(path) === path);
    for (const [path, html] of indexed) {
      const folder = folderOf(path);
      expect(inRoot).toContain(folder);
      const language = path === folder ? 'zh-Hans' : path.split('/')[0];
      expect(html).toMatch(new RegExp(`^<!doctype html>\n<html lang="${language}">`));
      const place = ADDRESS + folder.replace(/index\.html$/, '');
      const alternates = [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)];
      expect(alternates.map(([, tag, href]) => [tag, href])).toEqual([
        ['zh-Hans', place],
        ['zh-Hant', place.replace(ADDRESS, `${ADDRESS}zh-Hant/`)],
        ['en', place.replace(ADDRESS, `${ADDRESS}en/`)],
        ['x-default', place],
      ]);
    }
    expect(indexed).toHaveLength(inRoot.length * SITE_LANGUAGES.length);
    expect(bundled.get('zh-Hant/entry/cast-10th/index.html')).toContain('科協十大</h1>');
  });

  it('lists every page once in the sitemap, which robots.txt names', () => {
    const listed = [...(bundled.get('sitemap.xml') ?? '').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      ([, address]) => address,
    );
    const wanted = indexed.map(([path]) => ADDRESS + path.replace(/index\.html$/, ''));
    expect(listed).toEqual(wanted);
    expect(bundled.get('robots.txt')).toContain(`Sitemap: ${ADDRESS}sitemap.xml`);
  });

  it('describes itself in terms of schema.org', () => {
    const set = dataIn(bundled.get('index.html') ?? '', 'application/ld+json')[0];
    expect(set).toMatchObject({ '@type': 'DefinedTermSet', url: ADDRESS, hasDefinedTerm: { length: 111 } });
    const [term] = dataIn(bundled.get('en/entry/cast-10th/index.html') ?? '', 'application/ld+json');
    expect(term).toMatchObject({
      '@type': 'DefinedTerm',
      '@id': `${ADDRESS}en/entry/cast-10th/`,
      name: '科协十大',
      termCode: 'cast-10th',
      inDefinedTermSet: { '@id': `${ADDRESS}en/` },
    });
  });

  it('has a title, a description and a preview on each page', () => {
    for (const [path, html] of pages) {
      expect(/<title>[^<]+<\/title>/.test(html), path).toBe(true);
      expect(/<meta name="description" content="[^"]+"/.test(html), path).toBe(true);
      expect(/<meta property="og:title" content="[^"]+"/.test(html), path).toBe(true);
    }
  });

  it('allows and contains no script, style or request but those of its own files', () => {
    for (const [path, html] of pages) {
      expect(html, path).toContain(`content="default-src &#39;none&#39;`.replaceAll('&#39;', "'"));
      expect(/ style="| on\w+="|<style|javascript:/.exec(html)?.[0], path).toBeUndefined();
      const scripts = [...html.matchAll(/<script([^>]*)>/g)].map(([, attributes = '']) => attributes);
      const others = scripts.filter(
        (attributes) =>
          !/^ type="application\/(ld\+)?json"/.test(attributes) && !/^ defer src="\.\.\//.test(attributes),
      );
      expect(others, path).toEqual([]);
      const loaded = [
        ...html.matchAll(/<(?:script|img|iframe|source|link rel="(?:stylesheet|icon)")[^>]*(?:src|href)="https?:/g),
      ];
      expect(loaded, path).toEqual([]);
    }
  });

  it('loads scripts on the pages of search, map and timeline only', () => {
    const live = pages.filter(([, html]) => html.includes('<script defer')).map(([path]) => path);
    expect(live.filter((path) => !/(^|\/)(search|map|timeline)\/index\.html$/.test(path))).toEqual([]);
    expect(live).toHaveLength(9);
    const [data] = dataIn(bundled.get('en/map/index.html') ?? '', 'application/json');
    expect(data).toMatchObject({ view: 'map', language: 'en', prefix: 'en/', folder: 'map/' });
  });

  it('shows the address to follow as text, never as a link', () => {
    expect(bundled.get('follow/index.html')).toContain(`>${FOLLOW}</code>`);
    expect(pages.filter(([, html]) => html.includes(`href="${FOLLOW}`))).toEqual([]);
  });

  it('has the documents as pages, with links between them and no HTML of theirs', () => {
    const privacy = bundled.get('en/privacy/index.html') ?? '';
    expect(privacy).toContain('href="../security/index.html"');
    expect(privacy).not.toContain('docs/more.md');
    expect(privacy).toContain('&#60;script&#62;');
    expect(bundled.get('security/index.html')).toContain('href="../privacy/index.html"');
  });

  it('is the same each time', () => {
    const again = filesOf(bundledContent());
    expect([...again.keys()]).toEqual([...bundled.keys()]);
    expect([...again].filter(([path, text]) => text !== bundled.get(path))).toEqual([]);
  });
});

describe('the website of a list', () => {
  it('shows markup in any field as text', () => {
    const files = filesOf(
      listContent(
        [
          {
            id: 'a',
            headword: HOSTILE,
            forms: [`b ${HOSTILE}`],
            definition: `${HOSTILE}\n${HOSTILE}`,
            translation: HOSTILE,
            note: HOSTILE,
            subject: HOSTILE,
            source: { title: HOSTILE, url: 'javascript:alert(3)', quote: HOSTILE },
          },
        ],
        { title: HOSTILE, licence: HOSTILE, attribution: HOSTILE, homepage: 'javascript:alert(4)' },
      ),
    );
    for (const [path, html] of pagesOf(files)) {
      expect(/<img|<script>|javascript:|\u202e/.exec(html)?.[0], path).toBeUndefined();
      expect(html, path).toContain('&lt;img src=x');
    }
    const [term] = dataIn(files.get('entry/a/index.html') ?? '', 'application/ld+json');
    expect(JSON.stringify(term)).toContain('<img src=x');
    const script = [...files].find(([path]) => path.startsWith('assets/glossary-'))?.[1] ?? '';
    const set: { pangzhuSite?: { plain: { headword: string }[] } } = {};
    new Function('globalThis', script)(set);
    expect(set.pangzhuSite?.plain[0]?.headword).toBe(HOSTILE);
  });

  it('has its own language at the root, and no sections that it does not fill', () => {
    const files = filesOf(listContent([{ id: 'a', headword: 'Apple', forms: [], definition: 'A fruit.' }]));
    expect(files.get('index.html')).toContain('<html lang="en">');
    expect(files.has('zh-Hans/entry/a/index.html')).toBe(true);
    for (const absent of ['map/', 'timeline/', 'category/', 'bulletin/', 'source/', 'follow/'])
      expect(files.has(`${absent}index.html`), absent).toBe(false);
    expect(files.has('sitemap.xml')).toBe(false);
    expect(pagesOf(files).flatMap(([path, html]) => brokenLinks(path, html, files))).toEqual([]);
    expect(files.get('index.html')).not.toContain('rel="canonical"');
    expect(files.get('entry/a/index.html')).toContain('hreflang="zh-Hans" href="../../zh-Hans/entry/a/index.html"');
  });

  it('has an index in pages, none of them too long, that lead to every term', () => {
    const count = 2 * (PAGE_LINES + 1);
    const terms = Array.from({ length: count }, (_, i) => ({
      id: `t${i}`,
      headword: `${'AB'[i % 2]} word ${i}`,
      forms: [],
      definition: 'A word.',
    }));
    const files = filesOf(listContent(terms));
    const index = pagesOf(files).filter(([path]) => path.startsWith('letter/'));
    expect(index.map(([path]) => path)).toEqual([
      'letter/index.html',
      'letter/a/index.html',
      'letter/a/2/index.html',
      'letter/b/index.html',
      'letter/b/2/index.html',
    ]);
    const entries = index.map(([, html]) => valuesOf(html, 'href').filter((link) => link.includes('entry/')));
    expect(Math.max(...entries.map(({ length }) => length))).toBeLessThanOrEqual(PAGE_LINES);
    expect(new Set(entries.flat().map((link) => posix.basename(posix.dirname(link)))).size).toBe(count);
    expect(index.flatMap(([path, html]) => brokenLinks(path, html, files))).toEqual([]);
  });

  it('has names of files that change with their content', () => {
    const [a, b] = ['one', 'two'].map((definition) =>
      filesOf(listContent([{ id: 'a', headword: 'Apple', forms: [], definition }])),
    );
    const namesOf = (files = new Map<string, string>()) =>
      [...files.keys()].filter((path) => path.startsWith('assets/'));
    const common = namesOf(a).filter((path) => b?.has(path));
    expect(namesOf(a).filter((path) => !common.includes(path))).toEqual([expect.stringMatching(/^assets\/glossary-/)]);
    expect(PARTS.assets.script).toBe(a?.get(common.find((path) => path.endsWith('.js')) ?? ''));
  });
});
