/** Owns the toolbar popup: the terms of the page, search, one entry at a time, the site's switch. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../glossary/pack/pack';
import type { SearchResult } from '../glossary/search/search';
import { type Choice, Chooser } from './Chooser';
import { type CommandKey, CommandKeys } from './CommandKeys';
import { EntryCard, type Source } from './EntryCard';
import { type MessageKey, useTranslate } from './i18n';
import { SiteSwitch } from './SiteSwitch';

/** What is known of the page in the tab. */
export type PageState =
  | { name: 'loading' | 'unreadable' | 'off' }
  | { name: 'read'; terms: readonly { entry: Entry; count: number }[] };

interface Props {
  page: PageState;
  site: { host: string | null; isOn: boolean; hasFailed: boolean };
  find(query: string): readonly SearchResult[];
  sourcesOf(entry: Entry): readonly Source[];
  passageHref(bulletin: string, passage: string): string;
  bulletinsHref: string;
  onOpenPassage(bulletin: string, passage: string): void;
  onOpenBulletins(): void;
  onTurnSite(isOn: boolean): void;
  /** What the reader can do by key. */
  keys: readonly CommandKey[];
  onChangeKeys(): void;
  onLeave(): void;
}

const PAGE_MESSAGES: Record<'loading' | 'unreadable' | 'off', MessageKey> = {
  loading: 'popup_page_loading',
  unreadable: 'popup_page_unreadable',
  off: 'popup_page_off',
};

export function PopupView(props: Props) {
  const t = useTranslate();
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState<Entry | null>(null);
  const isSearch = query.trim() !== '';
  const choices = isSearch
    ? props.find(query).map((result): Choice => ({ ...result, count: null }))
    : pageChoices(props.page);
  if (shown) return <EntryPage entry={shown} {...props} onBack={() => setShown(null)} />;
  const message = messageOf(t, { query, isSearch, page: props.page, count: choices.length });
  return (
    <main class="popup">
      <h1 class="visually-hidden">{t('extension_name')}</h1>
      <Chooser
        query={query}
        choices={choices}
        listLabel={isSearch ? t('search_results', String(choices.length)) : t('popup_page_terms')}
        onQuery={setQuery}
        onChoose={setShown}
        onLeave={props.onLeave}
      />
      <p class="popup-message" role="status">
        {message}
      </p>
      <CommandKeys keys={props.keys} onChange={props.onChangeKeys} />
      <footer class="popup-foot">
        <SiteSwitch {...props.site} onTurn={props.onTurnSite} />
        <a
          href={props.bulletinsHref}
          onClick={(event) => {
            event.preventDefault();
            props.onOpenBulletins();
          }}
        >
          {t('popup_bulletins')}
        </a>
      </footer>
    </main>
  );
}

function pageChoices(page: PageState): Choice[] {
  if (page.name !== 'read') return [];
  return page.terms.map(({ entry, count }) => ({ entry, form: entry.headword, ranges: [], detail: null, count }));
}

/** What the status line says; it is read out when it changes. */
function messageOf(
  t: ReturnType<typeof useTranslate>,
  { query, isSearch, page, count }: { query: string; isSearch: boolean; page: PageState; count: number },
): string {
  if (isSearch) {
    return count > 0
      ? t('search_results', String(count))
      : `${t('search_none', query.trim())} ${t('search_none_advice')}`;
  }
  if (page.name !== 'read') return t(PAGE_MESSAGES[page.name]);
  return count > 0 ? '' : t('popup_page_empty');
}

function EntryPage({ entry, onBack, ...props }: Props & { entry: Entry; onBack(): void }) {
  const t = useTranslate();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <main
      class="popup popup-entry"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onBack();
      }}
    >
      <h1 class="visually-hidden">{t('extension_name')}</h1>
      <button ref={back} type="button" class="popup-back" onClick={onBack}>
        ← {t('popup_back')}
      </button>
      <EntryCard
        entries={[{ entry, sources: props.sourcesOf(entry), reason: null }]}
        passageHref={props.passageHref}
        onOpenPassage={props.onOpenPassage}
      />
    </main>
  );
}
