/** Reads and writes the manifest of a pack as labelled lines, for formats without fields for it. */
import type { PackAbout } from '../pack/plain-term';
import type { AboutDraft } from './contract';

const LABELS = {
  id: 'Identifier',
  languages: 'Languages',
  revision: 'Revision',
  licence: 'Licence',
  attribution: 'Attribution',
  homepage: 'Homepage',
  contact: 'Contact',
} as const;

/** Label and value of all that is known but the title. */
export function aboutLines(about: PackAbout): [label: string, value: string][] {
  const values = { ...about, languages: about.languages?.join(', ') };
  return (Object.keys(LABELS) as (keyof typeof LABELS)[]).flatMap((field) => {
    const value = values[field];
    return value ? [[LABELS[field], value]] : [];
  });
}

/** The field of a label, with its value; null for a label that `aboutLines` does not write. */
export function readAboutLine(label: string, value: string): AboutDraft | null {
  const name = label.trim().toLowerCase();
  for (const field of Object.keys(LABELS) as (keyof typeof LABELS)[]) {
    const isLabel = LABELS[field].toLowerCase() === name || (field === 'licence' && name === 'license');
    if (isLabel) return { [field]: field === 'languages' ? value.split(/[\s,]+/).filter(Boolean) : value };
  }
  return null;
}
