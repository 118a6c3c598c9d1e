/** The packs in the order in which they lead, with what can be set of each. */
import { useCallback, useState } from 'preact/hooks';
import type { FormatName } from '../../glossary/exchange/contract';
import type { Loss } from '../../glossary/exchange/export-pack';
import type { PackKind } from '../../glossary/pack/pack';
import type { PlainTerm } from '../../glossary/pack/plain-term';
import { readerAddress } from '../../glossary/reader-address';
import { visibleText } from '../../glossary/visible-text';
import { ColourDot } from '../ColourDot';
import { ExportForm } from '../ExportForm';
import { DateText, formatNumber } from '../format';
import { useTranslate } from '../i18n';
import { Switch } from '../Switch';
import { type PackChoices, type PackSettingEvents, PackSettings } from './PackSettings';
import { PackTerms } from './PackTerms';

/** A pack as the page shows it. */
export interface ShownPack {
  id: string;
  title: string;
  kind: PackKind;
  count: number;
  licence: string | null;
  attribution: string;
  /** https address, or ''. */
  homepage: string;
  choices: PackChoices;
  /** Whether the organisation decides the choices. */
  isLocked: boolean;
  /** Where an imported pack is from; null for others. */
  imported: ImportedPack | null;
}

/** Where an imported pack is from. */
export interface ImportedPack {
  fileName: string;
  /** ISO date. */
  updated: string;
}

/** What can be done with packs. */
export interface PackEvents extends PackSettingEvents {
  onMove(id: string, by: -1 | 1): void;
  onRemove(id: string): void;
  /** All terms of a pack. */
  termsOf(id: string): Promise<readonly PlainTerm[]>;
  /** @param places of the terms that are exported; null: all of the pack. */
  onExport(id: string, format: FormatName, places: readonly number[] | null): void;
  /** What a format cannot hold. */
  describeLosses(id: string, format: FormatName, places: readonly number[] | null): Promise<readonly Loss[]>;
}

interface Props {
  packs: readonly ShownPack[];
  on: PackEvents;
}

/** Imported packs can be moved and removed; others are listed where they stand in the order. */
export function PackList({ packs, on }: Props) {
  const imported = packs.filter((pack) => pack.imported !== null);
  return (
    <ol class="packs">
      {packs.map((pack) => (
        <li key={pack.id}>
          <PackRow pack={pack} on={on} isFirst={pack === imported[0]} isLast={pack === imported.at(-1)} />
        </li>
      ))}
    </ol>
  );
}

interface RowProps {
  pack: ShownPack;
  on: PackEvents;
  isFirst: boolean;
  isLast: boolean;
}

function PackRow({ pack, on, isFirst, isLast }: RowProps) {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(false);
  const { id, kind, choices, isLocked, imported } = pack;
  const title = visibleText(pack.title) || t(`packs_kind_${kind}`);
  return (
    <article class="pack" aria-labelledby={`pack-${id}`}>
      <header>
        <h3 id={`pack-${id}`}>
          {choices.colour && <ColourDot colour={choices.colour} />}
          {title}
        </h3>
        <Switch
          class="pack-switch"
          label={t('packs_on', title)}
          isOn={choices.isOn}
          isLocked={isLocked}
          onChange={(isOn) => on.onSet(id, { isOn })}
        />
      </header>
      <p class="pack-facts">
        {t('packs_count', formatNumber(t, pack.count))} · {t(`packs_kind_${kind}`)}
        {imported && (
          <>
            {' · '}
            {visibleText(imported.fileName)} · <DateText date={imported.updated} />
          </>
        )}
      </p>
      {(pack.licence || pack.attribution || pack.homepage) && <PackSource pack={pack} />}
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('packs_more', title)}</summary>
        {isOpen && imported && (
          <div class="options-actions">
            <button type="button" disabled={isFirst} onClick={() => on.onMove(id, -1)}>
              {t('packs_up')}
            </button>
            <button type="button" disabled={isLast} onClick={() => on.onMove(id, 1)}>
              {t('packs_down')}
            </button>
          </div>
        )}
        {isOpen && <PackSettings id={id} choices={choices} isLocked={isLocked} on={on} />}
        {/* Reads all terms, to say what a format cannot hold. */}
        {isOpen && <TermsOfPack pack={pack} on={on} />}
        {isOpen && imported && (
          <p>
            <button type="button" onClick={() => on.onRemove(id)}>
              {t('packs_remove')}
            </button>
          </p>
        )}
      </details>
    </article>
  );
}

/** All terms to be exported, or those that the reader selects. */
function TermsOfPack({ pack: { id, imported, choices }, on }: { pack: ShownPack; on: PackEvents }) {
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
  // The terms of other packs say it themselves.
  const isEach = imported !== null && insideWords !== 'all';
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

function PackSource({ pack: { licence, attribution, homepage } }: { pack: ShownPack }) {
  const address = readerAddress(homepage);
  return (
    <p class="pack-facts">
      {[attribution, licence].filter(Boolean).map((part) => (
        <span key={part}>{visibleText(part ?? '')} </span>
      ))}
      {address && (
        <a href={address.href} target="_blank" rel="noopener noreferrer">
          {address.host}
        </a>
      )}
    </p>
  );
}
