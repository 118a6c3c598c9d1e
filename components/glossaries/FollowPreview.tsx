/** The preview of a published glossary, before it is followed. */
import { useEffect, useRef } from 'preact/hooks';
import { readerAddress } from '../../glossary/reader-address';
import { visibleText } from '../../glossary/visible-text';
import { DateText, formatLanguages, formatNumber } from '../format';
import { useTranslate } from '../i18n';

/** A previewed publication. */
export interface FoundPack {
  url: string;
  title: string;
  licence: string;
  attribution: string;
  languages: readonly string[];
  count: number;
  /** As sent. */
  bytes: number;
  seq: number;
  /** ISO. */
  created: string;
  /** Public keys. */
  signers: readonly string[];
  /** Whether the address names them. */
  isKeyNamed: boolean;
}

/** Actions of a preview. */
export interface PreviewEvents {
  onFollow(): void;
  onCancelPreview(): void;
}

interface Props {
  pack: FoundPack;
  isSaving: boolean;
  on: PreviewEvents;
}

/** Its heading gets the focus. */
export function FollowPreview({ pack, isSaving, on }: Props) {
  const t = useTranslate();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const facts: [name: string, value: string][] = [
    [t('follow_from'), readerAddress(pack.url)?.href ?? ''],
    [t('follow_licence'), visibleText(pack.licence) || t('follow_none')],
    [t('follow_attribution'), visibleText(pack.attribution)],
    [t('follow_languages'), formatLanguages(t, pack.languages)],
    [t('follow_size'), `${t('packs_count', formatNumber(t, pack.count))} · ${sizeText(pack.bytes)}`],
  ];
  return (
    <div class="follow-found">
      <h3 tabIndex={-1} ref={heading}>
        {visibleText(pack.title)}
      </h3>
      <dl>
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        <div>
          <dt>{t('follow_revision')}</dt>
          <dd>
            {formatNumber(t, pack.seq)} · <DateText date={pack.created.slice(0, 10)} />
          </dd>
        </div>
        <div>
          <dt>{t('follow_signer')}</dt>
          <dd>
            {pack.signers.map((key) => (
              <code key={key}>{key} </code>
            ))}
            <small>{t(pack.isKeyNamed ? 'follow_key_named' : 'follow_key_first')}</small>
          </dd>
        </div>
      </dl>
      {isSaving && (
        <p role="status">
          {t('follow_keeping')} <progress aria-label={t('follow_keeping')} />
        </p>
      )}
      <div class="options-actions">
        <button type="button" class="is-main" disabled={isSaving} onClick={on.onFollow}>
          {t('follow_do')}
        </button>
        <button type="button" onClick={on.onCancelPreview}>
          {t('import_cancel')}
        </button>
      </div>
    </div>
  );
}

/** Bytes in the unit that readers know from downloads. */
export function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
