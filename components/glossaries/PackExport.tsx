/** Exports the terms of a pack: all of them, or those that the reader selects in their list. */
import { useCallback, useState } from 'preact/hooks';
import type { FormatName } from '../../glossary/exchange/contract';
import { ExportForm } from '../ExportForm';
import { formatNumber } from '../format';
import { useTranslate } from '../i18n';
import { PackTerms } from './PackTerms';
import { isStored, type PackEvents, type ShownPack } from './shown-pack';

/** The list is folded until the reader wants it. It also sets which terms are marked inside words, where single terms can be set. */
export function PackExport({ pack, on }: { pack: ShownPack; on: PackEvents }) {
  const { id, choices } = pack;
  const t = useTranslate();
  const [isListed, setListed] = useState(false);
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const { describeLosses } = on;
  const places = selected.size > 0 ? [...selected].sort((a, b) => a - b) : null;
  const describe = useCallback(
    (format: FormatName) => describeLosses(id, format, places),
    [id, selected, describeLosses],
  );
  const { insideWords } = choices;
  // Terms of other packs have a field for it.
  const isEach = isStored(pack) && insideWords !== 'all';
  return (
    <>
      <p>
        <button type="button" aria-expanded={isListed} onClick={() => setListed(!isListed)}>
          {t('packs_terms_choose')}
        </button>
      </p>
      {isListed && (
        <PackTerms
          id={id}
          selected={selected}
          onSelect={setSelected}
          insideWords={isEach ? insideWords : null}
          onInsideWords={(places) => on.onSet(id, { insideWords: places })}
          termsOf={on.termsOf}
        />
      )}
      <ExportForm
        label={places ? t('packs_export_selected', formatNumber(t, places.length)) : t('packs_export')}
        onExport={(format) => on.onExport(id, format, places)}
        describeLosses={describe}
      />
    </>
  );
}
