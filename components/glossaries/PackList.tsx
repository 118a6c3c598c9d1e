/** The packs in the order in which they lead, with what can be set of each. */
import { useState } from 'preact/hooks';
import { readerAddress } from '../../glossary/reader-address';
import { visibleText } from '../../glossary/visible-text';
import { ColourDot } from '../ColourDot';
import { DateText, formatNumber } from '../format';
import { useTranslate } from '../i18n';
import { Switch } from '../Switch';
import { FollowedPack } from './FollowedPack';
import { PackExport } from './PackExport';
import { PackSettings } from './PackSettings';
import { isStored, type PackEvents, type ShownPack } from './shown-pack';

interface Props {
  packs: readonly ShownPack[];
  on: PackEvents;
}

/** Stored packs can be moved and removed; others are listed where they stand in the order. */
export function PackList({ packs, on }: Props) {
  const stored = packs.filter(isStored);
  return (
    <ol class="packs">
      {packs.map((pack) => (
        <li key={pack.id}>
          <PackRow pack={pack} on={on} isFirst={pack === stored[0]} isLast={pack === stored.at(-1)} />
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
  const { id, kind, choices, isLocked, imported, followed } = pack;
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
      {followed && <FollowedPack id={id} followed={followed} on={on} />}
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('packs_more', title)}</summary>
        {isOpen && isStored(pack) && (
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
        {isOpen && <PackExport pack={pack} on={on} />}
        {isOpen && isStored(pack) && !followed?.isGiven && (
          <p>
            <button type="button" onClick={() => on.onRemove(id)}>
              {t(followed ? 'follow_stop' : 'packs_remove')}
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
