/** The packs in the order in which they lead, with what can be set of each. */
import { useState } from 'preact/hooks';
import type { FormatName } from '../../glossary/exchange/contract';
import type { PackKind } from '../../glossary/pack/pack';
import { readerAddress } from '../../glossary/reader-address';
import { visibleText } from '../../glossary/visible-text';
import { DateText, formatNumber } from '../format';
import { useTranslate } from '../i18n';
import { Switch } from '../Switch';
import { ExportForm } from './ExportForm';
import { OffSites } from './OffSites';

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
  /** What is known of an imported pack; null for others. */
  imported: ImportedPack | null;
}

/** What the reader sets of an imported pack, and where it is from. */
export interface ImportedPack {
  fileName: string;
  /** ISO date. */
  updated: string;
  isOn: boolean;
  offSites: readonly string[];
}

/** What can be done with packs. */
export interface PackEvents {
  onTurn(id: string, isOn: boolean): void;
  /** @param text what the reader wrote. @returns whether it names a site. */
  onAddSite(id: string, text: string): Promise<boolean>;
  onRemoveSite(id: string, site: string): void;
  onMove(id: string, by: -1 | 1): void;
  onRemove(id: string): void;
  onExport(id: string, format: FormatName): void;
  /** What a format cannot hold, as a sentence; '' if it holds everything. */
  describeLosses(id: string, format: FormatName): Promise<string>;
}

interface Props {
  packs: readonly ShownPack[];
  on: PackEvents;
}

/** Imported packs can be set and moved; others are listed where they stand in the order. */
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
  const { id, kind, imported } = pack;
  const title = visibleText(pack.title) || t(`packs_kind_${kind}`);
  return (
    <article class="pack" aria-labelledby={`pack-${id}`}>
      <header>
        <h3 id={`pack-${id}`}>{title}</h3>
        {imported && (
          <Switch
            class="pack-switch"
            label={t('packs_on', title)}
            isOn={imported.isOn}
            onChange={(isOn) => on.onTurn(id, isOn)}
          />
        )}
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
      <details open={isOpen}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button. */}
        <summary
          onClick={(event) => {
            event.preventDefault();
            setOpen(!isOpen);
          }}
        >
          {t('packs_more', title)}
        </summary>
        {isOpen && imported && (
          <>
            <div class="options-actions">
              <button type="button" disabled={isFirst} onClick={() => on.onMove(id, -1)}>
                {t('packs_up')}
              </button>
              <button type="button" disabled={isLast} onClick={() => on.onMove(id, 1)}>
                {t('packs_down')}
              </button>
            </div>
            <OffSites id={id} sites={imported.offSites} onAdd={on.onAddSite} onRemove={on.onRemoveSite} />
          </>
        )}
        {/* Reads all terms, to say what a format cannot hold. */}
        {isOpen && <ExportForm id={id} onExport={on.onExport} describeLosses={on.describeLosses} />}
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
