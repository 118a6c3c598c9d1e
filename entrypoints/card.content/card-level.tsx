/** One card of the stack: loads its content and renders it into its element. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { type ActionOutcome, CardActions } from '../../components/card/CardActions';
import { CardTools } from '../../components/card/CardTools';
import { EntryCard } from '../../components/card/EntryCard';
import { EntryCardError, EntryCardLoading } from '../../components/card/EntryCardStates';
import { describeReason } from '../../components/card/labels';
import type { ShownEntry } from '../../components/card/shown-entry';
import { isPrivate } from '../../components/card/UnsearchableText';
import { I18n } from '../../components/i18n';
import type { TermEvents } from '../../components/MarkedText';
import { citeEntry } from '../../glossary/formats/citation';
import { termReferences } from '../../glossary/formats/references';
import { publishedSource } from '../../glossary/library/published-address';
import type { Mention, Sense } from '../../glossary/pack/finder-data';
import { fillIn, type MessageKey } from '../shared/language/words';
import type { CardContent, CardHost } from '../shared/page/card-api';
import { isolatedWorld } from '../shared/page/isolated-world';
import { bulletinPath, glossaryPath } from '../shared/page-paths';
import { type Result, refusalOf } from '../shared/result';
import { today } from '../shared/today';
import { copyText } from './copy-text';
import { trapFocus } from './focus-trap';
import type { Placed } from './place-card';
import { isSafeClick, Standstill } from './safe-click';
import type { ShadowHost } from './shadow-host';

/** Actions of the reader in the card. */
export interface LevelEvents {
  /** Pointing at and choosing terms in its texts. */
  terms: TermEvents;
  /** The reader follows a relation to another entry's card. */
  onRelated(senses: readonly Sense[], link: HTMLElement): void;
  /** The reader closes this card. */
  onClose(): void;
}

interface Frame {
  /** The card below; null for the card of the mark. */
  parent: { headword: string; isPrivate: boolean } | null;
  articleDate: string | null;
  takesFocus: boolean;
}

/** In its layer until `close`; the layer itself is closed by the stack. */
export class CardLevel implements Placed {
  readonly layer: Placed;
  readonly #standstill = new Standstill();
  readonly #host: ShadowHost;
  readonly #engine: CardHost;
  readonly #events: LevelEvents;
  readonly #closed = new AbortController();
  #frame: Frame = { parent: null, articleDate: null, takesFocus: false };
  #senses: readonly Sense[] = [];
  #content: CardContent | null = null;
  #isPinned = false;

  constructor(layer: Placed, host: ShadowHost, engine: CardHost, events: LevelEvents) {
    this.layer = layer;
    this.#host = host;
    this.#engine = engine;
    this.#events = events;
    layer.body.role = 'dialog';
    layer.body.tabIndex = -1;
    trapFocus(layer.body, host.root, this.#closed.signal);
  }

  /** The headword shown, or null while there is none. */
  get headword(): string | null {
    return this.#content?.[0]?.entry.headword ?? null;
  }

  /** Whether it shows words that are not public. */
  get isPrivate(): boolean {
    return this.#content?.some(({ entry }) => isPrivate(entry)) === true;
  }

  get element(): HTMLElement {
    return this.layer.element;
  }

  get body(): HTMLElement {
    return this.layer.body;
  }

  get isOpen(): boolean {
    return !this.#closed.signal.aborted && this.layer.isOpen;
  }

  limitHeight(maxHeight: number): void {
    this.layer.limitHeight(maxHeight);
  }

  moveTo(x: number, y: number): void {
    this.#standstill.moveTo(x, y);
    this.layer.moveTo(x, y);
  }

  /** Shows the senses: immediately if their content is cached, otherwise after a loading state. */
  show(senses: readonly Sense[], frame: Frame): void {
    this.#frame = frame;
    this.#senses = senses;
    this.#isPinned = false;
    this.#content = null;
    this.#standstill.restart();
    if (frame.takesFocus) this.focus();
    const { signal } = this.#closed;
    let isDone = false;
    void this.#engine.contentOf(senses).then((content) => {
      isDone = true;
      if (!signal.aborted && this.#frame === frame) this.#showContent(content);
    });
    // Cached content arrives in the same task: the loading state does not flash.
    queueMicrotask(() => queueMicrotask(() => !isDone && !signal.aborted && this.#draw(<EntryCardLoading />)));
  }

  /** Loads the content again and replaces the shown content, which stays after a failure. */
  refresh(): void {
    const { signal } = this.#closed;
    const frame = this.#frame;
    void this.#engine.contentOf(this.#senses).then((content) => {
      if (signal.aborted || this.#frame !== frame || !content.ok) return;
      this.#content = content.value;
      this.#redraw();
    });
  }

  setPinned(isPinned: boolean): void {
    if (this.#isPinned === isPinned) return;
    this.#isPinned = isPinned;
    this.#redraw();
  }

  focus(): void {
    this.layer.body.focus({ preventScroll: true });
  }

  close(): void {
    this.#closed.abort();
    render(null, this.layer.body);
  }

  #showContent(content: Result<CardContent>): void {
    const { body } = this.layer;
    if (content.ok) {
      this.#content = content.value;
      this.#redraw();
      body.scrollTop = 0;
    } else {
      const message = t(content.error.kind === 'stale' ? 'card_error_stale' : 'card_error');
      this.#draw(<EntryCardError message={message} onRetry={() => this.show(this.#senses, this.#frame)} />);
    }
  }

  #redraw(): void {
    if (this.#content) this.#draw(this.#view(this.#content));
  }

  #draw(view: preact.ComponentChild): void {
    const { body } = this.layer;
    render(<I18n.Provider value={t}>{view}</I18n.Provider>, body);
    // The page's language may be another.
    body.lang = t('date_language');
    body.ariaLabel = this.headword ?? t('card_loading');
  }

  #view(content: CardContent): preact.ComponentChild {
    const engine = this.#engine;
    const { parent, articleDate } = this.#frame;
    return (
      <EntryCard
        entries={content.map((sense) => ({ ...sense, reason: describeReason(t, sense.reason) }))}
        articleDate={articleDate}
        isInPage
        passageHref={(bulletin, passage) => urlOf(bulletinPath(bulletin, passage))}
        onOpenPassage={engine.openPassage}
        terms={{ ...this.#events.terms, mentionsIn: (text) => this.#mentionsIn(text) }}
        relations={{
          relatedHref: (entry) => urlOf(glossaryPath(entry)),
          onOpenRelated: ({ id }, link, isAside) => {
            const index = content.flatMap(({ related }) => related).find((item) => item.id === id)?.index;
            if (isAside) engine.openEntry(id);
            else if (index !== undefined) this.#events.onRelated([{ entry: index, reason: { kind: 'form' } }], link);
          },
        }}
        renderTools={() => (
          <CardTools
            parent={parent?.headword ?? null}
            isParentPrivate={parent?.isPrivate === true}
            isPinned={parent === null ? this.#isPinned : null}
            onPin={(isPinned) => engine.notify(isPinned ? 'pinned' : 'unpinned')}
            onClose={this.#events.onClose}
          />
        )}
        renderActions={(shown) => this.#actions(shown)}
      />
    );
  }

  /** Terms in the text, without those that the card explains. */
  #mentionsIn(text: string): readonly Mention[] {
    const own = new Set(this.#senses.map(({ entry }) => entry));
    return this.#engine.mentionsIn(text).filter(({ senses }) => !own.has(senses[0].entry));
  }

  #actions({ entry, sources, reason = null }: ShownEntry): preact.ComponentChild {
    const engine = this.#engine;
    const { element, root } = this.#host;
    const isSafe = (event: Event) => isSafeClick(event, element, root, this.#standstill);
    const change = async (event: Event, send: () => Promise<Result<null>>) => {
      if (!isSafe(event)) return 'covered';
      engine.detach();
      return outcomeOf(await send());
    };
    return (
      <CardActions
        key={entry.id}
        isOwn={entry.pack.kind === 'user'}
        isOfMark={this.#frame.parent === null}
        onCopy={async (style, event) => {
          if (!event.isTrusted) return 'covered';
          const text =
            style === 'plain' || style === 'markdown'
              ? citeEntry(entry, sources, style, publishedSource(entry))
              : termReferences([entry], sources, style, today());
          return (await copyText(text, root)) ? 'done' : 'failed';
        }}
        onMute={(isMuted, event) => change(event, () => engine.muteTerm(entry.id, isMuted))}
        onNotMeant={(scope, isOn, event) => change(event, () => engine.correct(entry, scope, isOn))}
        onReport={async (kind, event) =>
          event.isTrusted ? outcomeOf(await engine.openReport({ kind, entry: entry.id, reason })) : 'covered'
        }
        onDisableSite={(event) => change(event, () => engine.disableSite())}
        onOpenEntry={(event) => event.isTrusted && engine.openEntry(entry.id)}
      />
    );
  }
}

function outcomeOf(result: Result<null>): ActionOutcome {
  if (result.ok) return 'done';
  return result.error.kind === 'too-many' ? 'full' : refusalOf(result.error);
}

function t(key: MessageKey, ...substitutions: string[]): string {
  const { words } = isolatedWorld();
  // The type of `getMessage` knows the messages of the last build only.
  return words ? fillIn(words, key, substitutions) : browser.i18n.getMessage(key as 'extension_name', substitutions);
}

/** The address of an extension page. */
function urlOf(path: string): string {
  return browser.runtime.getURL(path as '/bulletin.html'); // Its type knows pages without a query only.
}
