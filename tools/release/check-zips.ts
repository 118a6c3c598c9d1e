/** Checks the zips that stores receive. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import * as v from 'valibot';
import { versionIn } from './versioned-files';

/** The zips of a version: the extension for each browser, and the sources for Mozilla's reviewers. */
export const ZIP_KINDS = ['chrome', 'firefox', 'sources'] as const;

/** One of the zips. */
export type ZipKind = (typeof ZIP_KINDS)[number];

/** The only files of an extension: pages, scripts, styles, pictures and data. */
const SHIPPED = /^(\w[\w@.-]*\/)*\w[\w@.-]*\.(html|js|css|json|png)$/;
const MAP_COMMENT = /\/[/*]# sourceMappingURL=/;

/** Paths that a build from the sources and its review need; a path that ends in `/` stands for all files under it. */
const BUILD_NEEDS = [
  'LICENSE',
  'README.md',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'wxt.config.ts',
  'components/',
  'entrypoints/',
  'glossary/',
  'public/',
  'tests/pages/',
  'tools/browser/',
  'tools/build/',
  'tools/demo/',
  'tools/setup/',
];
/** Made by commands, or private: never in the sources. */
const NOT_SOURCES =
  /(^|\/)(node_modules|\.output|\.wxt|\.git|coverage)\/|^tests\/(?!pages\/)|^glossary\/proposals\/|\.log$/;

const manifestSchema = v.object({
  manifest_version: v.literal(3),
  version: v.string(),
  /** Every page could load them, and so detect the extension. */
  web_accessible_resources: v.optional(v.unknown()),
});

/** The path of a zip, from the root of the repository. */
export function zipPath(kind: ZipKind, version: string): string {
  return `.output/pangzhu-${version}-${kind}.zip`;
}

/** The faults of a zip of the version in `package.json`, one in each line; none if it may be published. @throws if it is missing. */
export function checkZip(root: string, kind: ZipKind): string[] {
  const version = versionIn(readFileSync(join(root, 'package.json'), 'utf8'));
  const files = new Map(Object.entries(unzipSync(readFileSync(join(root, zipPath(kind, version))))));
  return kind === 'sources' ? checkSources(root, files) : checkExtension(files, version);
}

type Files = ReadonlyMap<string, Uint8Array>;

const textOf = (file: Uint8Array | undefined) => new TextDecoder().decode(file);

function checkExtension(files: Files, version: string): string[] {
  const manifest = v.safeParse(
    manifestSchema,
    files.has('manifest.json') ? JSON.parse(textOf(files.get('manifest.json'))) : null,
  );
  const names = [...files.keys()];
  const scripts = names.filter((name) => /\.(js|css)$/.test(name));
  return [
    ...(manifest.success ? [] : ['manifest.json is missing or of another form']),
    ...(manifest.success && manifest.output.version !== version
      ? [`manifest.json has version ${manifest.output.version}, package.json ${version}`]
      : []),
    ...(manifest.success && manifest.output.web_accessible_resources !== undefined
      ? ['manifest.json lets pages load files']
      : []),
    ...names
      .filter((name) => !SHIPPED.test(name) || /\.(test|spec)\./.test(name))
      .map((name) => `${name} is not for readers`),
    ...scripts.filter((name) => MAP_COMMENT.test(textOf(files.get(name)))).map((name) => `${name} names a source map`),
  ];
}

function checkSources(root: string, files: Files): string[] {
  const needed = BUILD_NEEDS.flatMap((path) => (path.endsWith('/') ? filesUnder(root, path.slice(0, -1)) : [path]));
  return [
    ...needed.filter((path) => !files.has(path)).map((path) => `${path} is missing`),
    ...needed
      .filter((path) => files.has(path) && !hasSameText(files.get(path), readFileSync(join(root, path))))
      .map((path) => `${path} differs`),
    ...[...files.keys()].filter((path) => NOT_SOURCES.test(path)).map((path) => `${path} is no source`),
  ];
}

function hasSameText(packed: Uint8Array | undefined, file: Buffer): boolean {
  return packed !== undefined && Buffer.compare(packed, file) === 0;
}

/** All files that are sources, as paths from the root. */
function filesUnder(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((item) => {
    const path = `${folder}/${item.name}`;
    if (item.isDirectory()) return NOT_SOURCES.test(`${path}/`) ? [] : filesUnder(root, path);
    return item.name.startsWith('.') || NOT_SOURCES.test(path) ? [] : [path];
  });
}
