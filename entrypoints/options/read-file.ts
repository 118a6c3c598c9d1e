/** Owns reading a file the reader chose: a text of no more than its kind can need. */
import { formatNumber } from '../../components/format';
import { translate } from '../shared/language/translate';
import { say } from './options-model';

const MEGABYTE = 1_000_000;

/** Null, and said on the page, where the file is too large or cannot be read. Never rejects. */
export async function readFile(file: File, maxMegabytes: number): Promise<string | null> {
  // Asked before it is read: a wrong choice may be larger than the memory there is.
  if (file.size > maxMegabytes * MEGABYTE) {
    say('failed', translate('options_file_large', formatNumber(translate, maxMegabytes)));
    return null;
  }
  try {
    return await file.text();
  } catch (error) {
    say('failed', translate('options_file_unreadable', error instanceof Error ? error.message : String(error)));
    return null;
  }
}
