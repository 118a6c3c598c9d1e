/** Restores the packs of a backup. */
import { formatNumber } from '../../components/format';
import { translate } from '../shared/language/translate';
import { ImportClient } from './import-client';
import { changed, failureWords, isPrivate, say } from './packs-model';

/** Limit of a backup's size, in bytes. */
const MAX_BYTES = 200_000_000;

/** Restores all packs or none, and replaces those of the same ids. Never rejects. */
export async function restoreBackup(file: File): Promise<void> {
  if (isPrivate()) return say('failed', translate('private_not_saved'));
  if (file.size > MAX_BYTES) return say('failed', translate('packs_no_backup'));
  say('done', translate('import_saving'));
  const client = new ImportClient();
  const result = await client.restore(file);
  client.cancel();
  if (!result.ok) {
    const { error } = result;
    return say('failed', error.kind === 'no-backup' ? translate('packs_no_backup') : failureWords(error));
  }
  await changed();
  say('done', translate('packs_restored', formatNumber(translate, result.value.ids.length)));
}
