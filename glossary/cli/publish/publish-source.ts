/** Reads the content to publish: an editors' folder, or a file with a list. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { compileGlossary } from '../../editor/compile';
import { readingsOfCommonCharacters } from '../../editor/readings';
import { importFile } from '../../exchange/import-file';
import { writePackFile } from '../../exchange/pack-file';
import { aboutSchema } from '../../exchange/pack-schema';
import { createPack, type PlainPack } from '../../library/plain-pack';
import { inWords } from '../../pack/pack-words';
import type { PackAbout } from '../../pack/plain-term';
import { editedContent } from '../../publish/edited-pack';
import { manifestSchema } from '../../publish/manifest';
import type { SiteContent } from '../../publish/site';
import { BadInput, type CommandIo } from '../command';
import { withSource } from '../convert';
import { sayFault, sayReason } from '../convert-messages';
import { readGlossary } from '../read-glossary';

/** The file beside `entries/` and `bulletins/` that says what the glossary is. */
const ABOUT_FILE = 'about.yaml';
const { format: _, revision: __, ...said } = aboutSchema.entries;
const aboutFileSchema = v.strictObject({
  ...said,
  site: manifestSchema.entries.site,
  minClient: manifestSchema.entries.minClient,
});

type AboutFile = v.InferOutput<typeof aboutFileSchema>;

/** Content to publish. */
export interface PublishSource {
  about: PackAbout;
  /** https address of the site, with a slash at its end; null if none is named. */
  site: string | null;
  minClient: string | null;
  /** Of the pack file. */
  text: string;
  count: number;
  /** The content of the website. */
  content: Pick<SiteContent, 'pack' | 'traditional' | 'finder' | 'readings'>;
}

/**
 * @param path absolute, of a folder or a file.
 * @param aboutPath of the file with id, title and licence, if it is another one; null for that of the folder.
 * @throws {BadInput} with what is missing, or what is wrong in the file.
 */
export async function readPublishSource(path: string, aboutPath: string | null, io: CommandIo): Promise<PublishSource> {
  if (!existsSync(path)) throw new BadInput(`${path}: there is no such file`);
  return statSync(path).isDirectory()
    ? readEditors(path, readAbout(aboutPath ?? join(path, ABOUT_FILE)))
    : readList(path, aboutPath === null ? {} : readAbout(aboutPath), io);
}

function readAbout(path: string): AboutFile {
  if (!existsSync(path))
    throw new BadInput(`${path} is missing: write at least “id”, “title” and “languages” (docs/publishing.md)`);
  const parsed = v.safeParse(aboutFileSchema, parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new BadInput(`${path}: ${v.getDotPath(issue) ?? ''}: ${issue.message}`);
}

function readEditors(folder: string, file: AboutFile): PublishSource {
  const { about, ...published } = aboutOf(file, basename(folder));
  const compiled = compileGlossary(readGlossary(folder));
  const manifest = { ...compiled.pack.manifest, ...manifestFieldsOf(about) };
  const pack = { ...compiled.pack, manifest };
  return {
    about,
    ...published,
    text: [...writePackFile(editedContent(compiled, about))].join(''),
    count: pack.terms.length,
    content: {
      pack,
      traditional: inWords(pack, compiled.traditional),
      finder: compiled.finder,
      readings: readingsOfCommonCharacters(),
    },
  };
}

async function readList(path: string, file: AboutFile, io: CommandIo): Promise<PublishSource> {
  const outcome = await withSource(path, io, (source) => importFile(source));
  if (!outcome.ok) throw new BadInput(sayFault(path, outcome.error));
  const { pack: listed, refused, refusedCount } = outcome.value;
  for (const { place, reason } of refused) io.error.write(`${sayReason(path, place, reason)}\n`);
  if (refusedCount > 0) throw new BadInput(`${path}: ${refusedCount} rows are refused, nothing is published`);
  if (listed.terms.length === 0) throw new BadInput(`${path}: no term could be read`);
  const { terms, ...own } = listed;
  const { about, ...published } = aboutOf({ ...own, languages: [...(own.languages ?? [])], ...file }, own.title);
  const readings = readingsOfCommonCharacters();
  const plain: PlainPack = { ...about, terms, kind: 'imported' };
  return {
    about,
    ...published,
    text: [...writePackFile({ ...about, terms })].join(''),
    count: terms.length,
    content: { pack: createPack(plain, { variants: '', readings }), traditional: null, finder: null, readings },
  };
}

function aboutOf({ site, minClient, ...file }: AboutFile, name: string) {
  const given = Object.fromEntries(Object.entries(file).filter(([, value]) => value !== undefined));
  const about: PackAbout = { id: name, title: name, ...given };
  return { about, site: site ?? null, minClient: minClient ?? null };
}

function manifestFieldsOf(about: PackAbout) {
  const { id, title, languages = [], licence = null, attribution = null, homepage = null, contact = null } = about;
  return { id, title, languages, licence, attribution, homepage, contact };
}
