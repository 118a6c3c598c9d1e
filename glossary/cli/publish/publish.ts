/** `npm run glossary -- publish`: makes a folder of static files from a glossary, or updates it. */
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { errorMessage } from '../../error-message';
import { hostFault } from '../../follow/follow-address';
import { nginxLocations } from '../../publish/caching';
import { SITE_LIST, type WriteSite } from '../../publish/site';
import { BadInput, type Command, type CommandIo, printHelp } from '../command';
import { GLOSSARY_DIR } from '../read-glossary';
import { type PublishedRevision, publishRevision } from './publish-revision';
import { type PublishSource, readPublishSource } from './publish-source';
import { readPublished, writeIfOther } from './published-folder';
import { defaultKeyFile, refuseInside } from './publisher-keys';
import { type Signing, signingOf } from './signing';

const USAGE = `Usage: npm run glossary -- publish [SOURCE] --out SITE
  SOURCE          a folder with entries/, bulletins/ and about.yaml, or a list (CSV, xlsx, pack file, …);
                  otherwise the glossary of this repository
  --out SITE      the folder that is served; updated if it has a publication
  --about FILE    id, title, languages, licence, …; otherwise about.yaml of the folder
  --site ADDRESS  https address at which SITE is served; otherwise “site” of about.yaml
  --key FILE      the key; otherwise ~/.config/pangzhu/ID.key.json. Made at the first publication
  --new-key       replaces the key by a new one
  --offline FILE  with --new-key: signs by the offline key, because the key is lost or stolen
  --days DAYS     until the publication expires, as readers then see (180)
  --nginx FILE    also writes the recommended locations for nginx
  --no-pages      only what readers follow, without the website`;

/** Dependencies of the command. */
export interface PublishTools {
  now(): Date;
  /** Loads what writes the website. */
  writeSite(): Promise<WriteSite>;
}

interface Options {
  source: string;
  out: string;
  about: string | null;
  site: string | null;
  key: string | null;
  newKey: boolean;
  offline: string | null;
  days: number;
  nginx: string | null;
  pages: boolean;
}

/** The command `publish`. */
export function publishCommand(tools: PublishTools): Command {
  return async (args, io) => {
    const options = parseOptions(args, io);
    if (!options) return printHelp(USAGE, io);
    const read = await readPublishSource(options.source, options.about, io);
    const source = { ...read, site: options.site ?? read.site };
    if (source.site !== null && !isPublic(source.site))
      throw new BadInput(`${source.site}: readers follow only sites that can be reached by everybody`);
    say(io, await publish(source, options, tools));
    return 0;
  };
}

async function publish(
  source: PublishSource,
  options: Options,
  tools: PublishTools,
): Promise<PublishedRevision & Pick<Signing, 'notes'>> {
  const { id } = source.about;
  const keyFile = options.key ?? defaultKeyFile(id);
  mkdirSync(options.out, { recursive: true });
  refuseInside(keyFile, [options.out, options.source]);
  if (options.pages) refuseForeign(options.out);
  const before = await readPublished(options.out);
  if (before && before.manifest.id !== id)
    throw new BadInput(`${options.out} has the pack “${before.manifest.id}”, not “${id}”: use another folder.`);
  const keys = { keyFile, isNew: options.newKey, offline: options.offline };
  const signing = await signingOf(keys, id, before?.manifest ?? null);
  const writePages = async (follow: string | null) => {
    if (options.pages)
      await (await tools.writeSite())({ ...source.content, address: source.site, follow }, options.out);
  };
  const { out: folder, days } = options;
  const published = await publishRevision({ folder, source, before, signing, now: tools.now(), days, writePages });
  if (options.nginx !== null) writeIfOther(options.nginx, nginxLocations());
  return { ...published, notes: signing.notes };
}

const isPublic = (site: string): boolean => URL.canParse(site) && hostFault(new URL(site)) === null;

/** @throws {BadInput} if the folder has a website that this command did not write: its pages would be overwritten. */
function refuseForeign(folder: string): void {
  const page = join(folder, 'index.html');
  if (existsSync(page) && !existsSync(join(folder, SITE_LIST)))
    throw new BadInput(`${page} is not of this command: use another folder, or --no-pages.`);
}

/** Headwords of a kind of change that are printed. */
const MAX_NAMED = 20;

function say(
  { output }: CommandIo,
  { isSame, isKept, seq, changes, follow, notes }: PublishedRevision & Pick<Signing, 'notes'>,
): void {
  const lines = isSame
    ? [`revision ${seq} is the published one${isKept ? '' : '; its manifest is signed anew'}`]
    : [`revision ${seq}`, ...Object.entries(changes).flatMap(([kind, names]) => changeLine(kind, names))];
  lines.push(`follow       ${follow ?? 'not possible: no address is named by “site” in about.yaml, or by --site'}`);
  output.write(`${[...lines, ...notes].join('\n')}\n`);
}

function changeLine(kind: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const more = names.length > MAX_NAMED ? ' …' : '';
  return [`${kind.padEnd(12)} ${names.length}: ${names.slice(0, MAX_NAMED).join('、')}${more}`];
}

function parseOptions(args: readonly string[], { folder }: CommandIo): Options | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const path = (value: string | undefined) => (value ? resolve(folder, value) : null);
  const source = path(positionals[0]) ?? resolve(GLOSSARY_DIR);
  const out = path(values.out);
  const days = Number(values.days ?? '180');
  if (positionals.length > 1 || out === null || !(days >= 1 && days <= 3650)) throw new BadInput(USAGE);
  if (out === source) throw new BadInput(`--out ${out} is the source: name another folder.`);
  const site = values.site === undefined ? null : values.site.replace(/\/?$/, '/');
  if (site !== null && !/^https:\/\/[^?#]+$/.test(site)) throw new BadInput(`--site ${site}: not an https address`);
  return {
    source,
    out,
    about: path(values.about),
    site,
    key: path(values.key),
    newKey: values['new-key'] ?? false,
    offline: path(values.offline),
    days,
    nginx: path(values.nginx),
    pages: !values['no-pages'],
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const texts = { out: text, about: text, site: text, key: text, offline: text, days: text, nginx: text };
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...texts, 'new-key': flag, 'no-pages': flag, help: { ...flag, short: 'h' } },
    });
  } catch (error) {
    throw new BadInput(`${errorMessage(error)}\n${USAGE}`);
  }
}
