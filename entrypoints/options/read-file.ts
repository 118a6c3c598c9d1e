/** Reads a chosen file. */
import { formatNumber } from '../../components/format';
import { errorMessage } from '../../glossary/error-message';
import { translate } from '../shared/language/translate';
import { report } from './options-model';

const MEGABYTE = 1_000_000;

/** The text of a file; null, with a message on the page, if it is too large or unreadable. Never rejects. */
export async function readFile(file: File, maxMegabytes: number): Promise<string | null> {
  // Checked before reading: a wrong file may be larger than the memory.
  if (file.size > maxMegabytes * MEGABYTE) {
    report('failed', translate('options_file_large', formatNumber(translate, maxMegabytes)));
    return null;
  }
  try {
    return await file.text();
  } catch (error) {
    report('failed', translate('options_file_unreadable', errorMessage(error)));
    return null;
  }
}
