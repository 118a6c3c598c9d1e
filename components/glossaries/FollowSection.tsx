/** Follows a published glossary by its address or from the catalogue. Shows a preview before anything is stored. */
import { useRef } from 'preact/hooks';
import { readerAddress } from '../../glossary/reader-address';
import { visibleText } from '../../glossary/visible-text';
import { formatLanguages, formatNumber } from '../format';
import { useTranslate } from '../i18n';
import { FollowPreview, type FoundPack, type PreviewEvents, sizeText } from './FollowPreview';

export type FollowState =
  | { name: 'idle'; fault: string }
  | { name: 'reading'; host: string }
  | { name: 'found'; pack: FoundPack; isSaving: boolean; fault: string };

/** A published glossary that the extension knows without a request. */
export interface CataloguedPack {
  title: string;
  languages: readonly string[];
  licence: string;
  count: number;
  /** As sent. */
  bytes: number;
  /** With the key, as it is followed. */
  address: string;
}

/** Actions of the section. */
export interface FollowEvents extends PreviewEvents {
  onPreview(address: string): void;
}

interface Props {
  state: FollowState;
  catalogue: readonly CataloguedPack[];
  on: FollowEvents;
}

/** The heading of a preview gets the focus when it appears. */
export function FollowSection({ state, catalogue, on }: Props) {
  const t = useTranslate();
  const field = useRef<HTMLInputElement>(null);
  const fault = state.name === 'reading' ? '' : state.fault;
  return (
    <section class="import-start follow" aria-labelledby="follow">
      <h2 id="follow">{t('follow_title')}</h2>
      <p>{t('follow_lead')}</p>
      <form
        class="options-row"
        onSubmit={(event) => {
          event.preventDefault();
          const text = field.current?.value.trim();
          if (text) on.onPreview(text);
        }}
      >
        <label>
          {t('follow_address')}
          <input
            ref={field}
            type="text"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            aria-invalid={fault !== ''}
            aria-describedby={fault ? 'follow-fault' : undefined}
          />
        </label>
        <button type="submit" disabled={state.name === 'reading'}>
          {t('follow_look')}
        </button>
      </form>
      {fault && (
        <p class="options-fault" id="follow-fault" role="alert">
          {fault}
        </p>
      )}
      {state.name === 'reading' && <p role="status">{t('follow_looking', state.host)}</p>}
      {state.name === 'found' && <FollowPreview key={state.pack.url} {...state} on={on} />}
      <details>
        <summary>{t('follow_catalogue')}</summary>
        {catalogue.length === 0 && <p class="options-empty">{t('follow_catalogue_empty')}</p>}
        <ul class="options-list">
          {catalogue.map((pack) => (
            <li key={pack.address}>
              <span>
                {visibleText(pack.title)}{' '}
                <small>
                  {t('packs_count', formatNumber(t, pack.count))} · {formatLanguages(t, pack.languages)} ·{' '}
                  {visibleText(pack.licence)} · {sizeText(pack.bytes)} · {readerAddress(pack.address)?.host}
                </small>
              </span>
              <button type="button" onClick={() => on.onPreview(pack.address)}>
                {t('follow_look_at', visibleText(pack.title))}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
