/** Checks the manifest of an imported pack: id, title, languages, licence and origin. */
import { contentHash } from '../pack/content-hash';
import { PACK_LIMITS, type PackAbout } from '../pack/plain-term';
import { editorsAddress, readerAddress } from '../reader-address';
import { isId } from './clean-term';
import { cleanLine } from './clean-text';
import type { AboutDraft } from './contract';
import { languageTag } from './language-tag';

/** The manifest by what a file says of its pack. Id and title that it lacks are derived from its name. */
export function cleanAbout(fileName: string, about: AboutDraft): PackAbout {
  const name = cleanLine(fileName.replace(/\.[^.]+$/, '')).slice(0, PACK_LIMITS.line);
  const line = (text = '') => cleanLine(text).slice(0, PACK_LIMITS.line);
  const languages = (about.languages ?? []).map(languageTag).filter((tag) => tag !== null);
  const optional = {
    revision: line(about.revision),
    licence: line(about.licence),
    attribution: line(about.attribution),
    homepage: readerAddress(about.homepage ?? '')?.href ?? '',
    contact: editorsAddress(about.contact ?? '')?.href ?? '',
  };
  return {
    id: packId(about.id, name),
    title: line(about.title) || name,
    ...(languages.length > 0 && { languages }),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== '')),
  };
}

/** The id that the file gives its pack, or one derived from the file's name. */
function packId(said: string | undefined, name: string): string {
  if (said && isId(said)) return said;
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return /[^\u0020-\u007e]/.test(name) || slug === '' ? `file-${contentHash(said || name)}` : slug;
}
