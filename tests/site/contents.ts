/** Contents of websites for tests: the bundled glossary, and lists of terms. */
import finder from 'virtual:pangzhu/finder';
import pack from 'virtual:pangzhu/pack';
import readings from 'virtual:pangzhu/readings';
import { createPack } from '../../glossary/library/plain-pack';
import { inWords } from '../../glossary/pack/pack-words';
import type { PlainTerm } from '../../glossary/pack/plain-term';
import type { SiteContent } from '../../glossary/publish/site';
import { type SiteParts, siteFiles } from '../../site/site-files';
import { glossary } from '../compiled-glossary';

export const ADDRESS = 'https://glossary.example.org/kexie/';
export const FOLLOW = `${ADDRESS}latest.json#k=AAAA`;

/** The bundled glossary in both scripts. */
export function bundledContent(): SiteContent {
  const traditional = inWords(pack, glossary.traditional);
  return { pack, traditional, finder, readings, address: ADDRESS, follow: FOLLOW };
}

/** A list of terms at an unknown address. */
export function listContent(
  terms: readonly PlainTerm[],
  more: Partial<SiteContent['pack']['manifest']> = {},
): SiteContent {
  const plain = { id: 'list', title: 'A list', kind: 'imported', languages: ['en'], terms } as const;
  const made = createPack(plain, { variants: '', readings });
  return {
    pack: { ...made, manifest: { ...made.manifest, ...more } },
    traditional: null,
    finder: null,
    readings,
    address: null,
    follow: null,
  };
}

/** Parts of a website without a build. */
export const PARTS: SiteParts = {
  assets: { script: 'script', style: 'style', licences: 'licences' },
  icon: new Uint8Array([1, 2, 3]),
  documents: {
    privacy: '# Privacy\n\nSee [security](SECURITY.md), [more](docs/more.md) and <script>alert(1)</script>.\n',
    security: '# Security\n\nSee [privacy](PRIVACY.md#links).\n',
  },
};

/** The files of a website as text, by path. */
export function filesOf(content: SiteContent): Map<string, string> {
  const files = [...siteFiles(content, PARTS)];
  return new Map(
    files.map((file) => [file.path, typeof file.content === 'string' ? file.content : file.content.toString()]),
  );
}

let bundled: Map<string, string> | null = null;

/** The files of the bundled glossary's website, written once for all tests. */
export function bundledFiles(): ReadonlyMap<string, string> {
  bundled ??= filesOf(bundledContent());
  return bundled;
}

/** The pages among them: HTML, by path. */
export function pagesOf(files: ReadonlyMap<string, string>): [path: string, html: string][] {
  return [...files].filter(([path]) => path.endsWith('.html'));
}

/** The blocks of JSON in a page with this type. */
export function dataIn(html: string, type: string): unknown[] {
  const blocks = html.matchAll(/<script type="([^"]+)"[^>]*>(.*?)<\/script>/gs);
  return [...blocks].flatMap(([, found, text = '']) => (found === type ? [JSON.parse(text) as unknown] : []));
}
