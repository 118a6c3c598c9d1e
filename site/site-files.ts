/** All files of the website, one after the other. Without access to disks: `SiteParts` has files of the repository. */
import { createHash } from 'node:crypto';
import type { SiteContent } from '../glossary/publish/site';
import type { BuiltAssets } from './assets';
import { renderDocument, type SiteFiles } from './document';
import { type Edition, editionsOf } from './edition';
import { packDataScript } from './pack-data';
import { pagesOf, type SiteDocuments } from './pages';
import { sitemaps } from './sitemap';
import { notFoundPage } from './views/NotFoundPage';

/** A file, by its path from the root. */
export interface SiteFile {
  path: string;
  content: string | Uint8Array;
}

/** Parts of a website that do not depend on the glossary. */
export interface SiteParts {
  assets: BuiltAssets;
  /** PNG. */
  icon: Uint8Array;
  documents: SiteDocuments;
}

/** The same content gives the same files in the same order. Holds one page at a time, and the addresses of all. */
export function* siteFiles(content: SiteContent, parts: SiteParts): Generator<SiteFile> {
  const editions = editionsOf(content);
  const { files, written } = assetFiles(content, parts);
  yield* written;
  const addresses: string[] = [];
  for (const edition of editions) {
    for (const page of pagesOf(edition, parts.documents)) {
      if (content.address !== null) addresses.push(content.address + edition.prefix + page.folder);
      const path = `${edition.prefix}${page.folder}index.html`;
      yield { path, content: renderDocument({ edition, editions, page, files }) };
    }
  }
  const [first] = editions;
  if (first) {
    const page = notFoundPage(editions);
    // Served at any address: its links start at the host's root.
    const base = content.address === null ? null : new URL(content.address).pathname;
    yield { path: '404.html', content: renderDocument({ edition: first, editions: [], page, files }, base) };
  }
  if (content.address === null) return;
  for (const [path, text] of sitemaps(content.address, addresses)) yield { path, content: text };
  yield { path: 'robots.txt', content: `User-agent: *\nAllow: /\nSitemap: ${content.address}sitemap.xml\n` };
}

/** Files that pages load have the hash of their content in their names: browsers may cache them for ever. */
function assetFiles(content: SiteContent, { assets, icon }: SiteParts): { files: SiteFiles; written: SiteFile[] } {
  const written: SiteFile[] = [];
  const add = (name: string, extension: string, file: string | Uint8Array) => {
    const hash = createHash('sha256').update(file).digest('hex').slice(0, 16);
    const path = `assets/${name}-${hash}.${extension}`;
    written.push({ path, content: file });
    return path;
  };
  const data = add('glossary', 'js', packDataScript(content.pack, content.readings));
  const traditional =
    content.traditional && add('glossary-hant', 'js', packDataScript(content.traditional, content.readings));
  const files = {
    style: add('site', 'css', assets.style),
    script: add('site', 'js', assets.script),
    icon: add('icon', 'png', icon),
    dataOf: ({ language }: Edition) => (language === 'zh-Hant' ? (traditional ?? data) : data),
  };
  written.push({ path: 'licences.txt', content: assets.licences });
  return { files, written };
}
