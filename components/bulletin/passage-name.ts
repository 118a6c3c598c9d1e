/** Owns how a passage is called where readers see or hear it. */
import type { Translate } from '../i18n';

/** `p4s2` as paragraph 4, sentence 2; `signature` as the line of who signed. */
export function passageName(t: Translate, id: string): string {
  if (id === 'signature') return t('bulletin_signature');
  const [, paragraph = '', sentence = ''] = /^p(\d+)s(\d+)$/.exec(id) ?? [];
  return t('bulletin_passage', paragraph, sentence);
}
