/** Describes pages for search engines in terms of schema.org. */
import { partsOf } from '../glossary/library/entry-name';
import type { Entry } from '../glossary/library/library';
import type { Bulletin } from '../glossary/pack/pack';
import { entryAddress } from '../glossary/publish/site';
import { readerAddress } from '../glossary/reader-address';
import { visibleText } from '../glossary/visible-text';
import { termsDescription } from './describe';
import type { Edition } from './edition';
import type { LinkedData } from './site-page';

const CONTEXT = 'https://schema.org';
/** Most terms that the set names: the pages of a longer list are in the sitemap. */
const MAX_NAMED = 500;

/** The glossary as a set of terms. */
export function setData({ t, title, language, manifest, library, sorted }: Edition): LinkedData {
  const { licence, attribution } = manifest;
  const isNamed = sorted.length <= MAX_NAMED;
  return (address) => ({
    '@context': CONTEXT,
    '@type': 'DefinedTermSet',
    '@id': address(''),
    name: title,
    description: termsDescription(t, library),
    inLanguage: language,
    url: address(''),
    license: licence === null ? undefined : (readerAddress(licence)?.href ?? visibleText(licence)),
    creditText: attribution === null ? undefined : visibleText(attribution),
    version: manifest.revision,
    hasDefinedTerm: isNamed
      ? sorted.map((entry) => ({
          '@type': 'DefinedTerm',
          '@id': address(entryFolder(entry)),
          name: visibleText(entry.headword),
          termCode: partsOf(entry.id).term,
        }))
      : undefined,
  });
}

/** An entry as a term of the set. */
export function termData({ title }: Edition, entry: Entry, description: string): LinkedData {
  const { headword, forms, script, english, asOf, updated } = entry;
  const others = [...forms.filter((form) => form !== headword), ...(english ? [english.text] : [])];
  return (address) => ({
    '@context': CONTEXT,
    '@type': 'DefinedTerm',
    '@id': address(entryFolder(entry)),
    name: visibleText(headword),
    alternateName: others.length > 0 ? others.map(visibleText) : undefined,
    description: description || undefined,
    termCode: partsOf(entry.id).term,
    inLanguage: script || undefined,
    url: address(entryFolder(entry)),
    dateModified: updated ?? asOf ?? undefined,
    inDefinedTermSet: { '@type': 'DefinedTermSet', '@id': address(''), name: title, url: address('') },
  });
}

/** A bulletin as an article. */
export function bulletinData(bulletin: Bulletin, folder: string): LinkedData {
  const { title, signer, date, originalUrl } = bulletin;
  return (address) => ({
    '@context': CONTEXT,
    '@type': 'Article',
    '@id': address(folder),
    headline: visibleText(title),
    author: { '@type': 'Organization', name: visibleText(signer) },
    datePublished: date,
    inLanguage: 'zh-Hans',
    url: address(folder),
    isBasedOn: originalUrl ?? undefined,
  });
}

function entryFolder(entry: Entry): string {
  return entryAddress(partsOf(entry.id).term);
}
