/** Owns one card of the stack: its content, from loading to shown, in its element. */
import { render } from 'preact';
import { CardActions } from '../../components/card/CardActions';
import { CardTools } from '../../components/card/CardTools';
import { EntryCard } from '../../components/card/EntryCard';
import { EntryCardError, EntryCardLoading } from '../../components/card/EntryCardStates';
import { reasonText } from '../../components/card/reason-text';
import type { ShownEntry } from '../../components/card/shown-entry';
import { I18n } from '../../components/i18n';
import type { TermEvents } from '../../components/MarkedText';
import { citeEntry } from '../../glossary/formats/citation';
import type { Mention, Sense } from '../../glossary/pack/finder-data';
import type { CardContent } from '../shared/page/card-api';
import { bulletinPath } from '../shared/paths/bulletin-path';
import { glossaryPath } from '../shared/paths/glossary-path';
import { type Result, refusalOf } from '../shared/result';
import { copyText } from './copy-text';
import { cycleFocus } from './focus-cycle';
import { translate as t, urlOf } from './own-world';
import type { Placed } from './place-card';
import { isSafeClick, Standstill } from './safe-click';
import type { Stage } from './stage';

export interface LevelEvents {
  /** Terms of the texts, and what the reader does with them. */
  terms: TermEvents;
  /** The reader follows a relation to another entry's card. */
  onRelated(senses: readonly Sense[], link: HTMLElement): void;
  /** The reader closes this card. */
  onClose(): void;
}

interface Frame {
  /** Headword of the card below, or null for that of the mark. */
  parent: string | null;
  articleDate: string | null;
  takesFocus: boolean;
}

export class CardLevel implements Placed {
  readonly layer: Placed;
  readonly #standstill = new Standstill();
  readonly #stage: Stage;
  readonly #events: LevelEvents;
  readonly #over = new AbortController();
  #frame: Frame = { parent: null, articleDate: null, takesFocus: false };
  #senses: readonly Sense[] = [];
  #content: CardContent | null = null;
  #isPinned = false;

  constructor(layer: Placed, stage: Stage, events: LevelEvents) {
    this.layer = layer;
    this.#stage = stage;
    this.#events = events;
    layer.body.role = 'dialog';
    layer.body.tabIndex = -1;
    cycleFocus(layer.body, stage.root, this.#over.signal);
  }

  /** The headword shown, or null while there is none. */
  get headword(): string | null {
    return this.#content?.[0]?.entry.headword ?? null;
  }

  get element(): HTMLElement {
    return this.layer.element;
  }

  get body(): HTMLElement {
    return this.layer.body;
  }

  get isOpen(): boolean {
    return !this.#over.signal.aborted && this.layer.isOpen;
  }

  limitHeight(maxHeight: number): void {
    this.layer.limitHeight(maxHeight);
  }

  moveTo(x: number, y: number): void {
    this.#standstill.moveTo(x, y);
    this.layer.moveTo(x, y);
  }

  /** Shows the senses: at once if they are known, after a word of patience if not. */
  show(senses: readonly Sense[], frame: Frame): void {
    this.#frame = frame;
    this.#senses = senses;
    this.#isPinned = false;
    this.#content = null;
    this.#standstill.restart();
    if (frame.takesFocus) this.focus();
    const { signal } = this.#over;
    let isDone = false;
    void this.#stage.desk.contentOf(senses).then((content) => {
      isDone = true;
      if (!signal.aborted && this.#frame === frame) this.#take(content);
    });
    // What is known is there in the same turn: nothing flashes.
    queueMicrotask(() => queueMicrotask(() => !isDone && !signal.aborted && this.#draw(<EntryCardLoading />)));
  }

  /** Asks for its content anew and shows it in its place; what is shown stays where nothing comes. */
  renew(): void {
    const { signal } = this.#over;
    const frame = this.#frame;
    void this.#stage.desk.contentOf(this.#senses).then((content) => {
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
    this.#over.abort();
    render(null, this.layer.body);
  }

  #take(content: Result<CardContent>): void {
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
    // The page around it is in a language of its own.
    body.lang = t('date_language');
    body.ariaLabel = this.headword ?? t('card_loading');
  }

  #view(content: CardContent): preact.ComponentChild {
    const { desk } = this.#stage;
    const { parent, articleDate } = this.#frame;
    return (
      <EntryCard
        entries={content.map((sense) => ({ ...sense, reason: reasonText(t, sense.reason) }))}
        articleDate={articleDate}
        passageHref={(bulletin, passage) => urlOf(bulletinPath(bulletin, passage))}
        onOpenPassage={desk.openPassage}
        terms={{ ...this.#events.terms, mentionsIn: (text) => this.#mentionsIn(text) }}
        relations={{
          relatedHref: (entry) => urlOf(glossaryPath(entry)),
          onOpenRelated: ({ id }, link, isAside) => {
            const index = content.flatMap(({ related }) => related).find((item) => item.id === id)?.index;
            if (isAside) desk.openEntry(id);
            else if (index !== undefined) this.#events.onRelated([{ entry: index, reason: { kind: 'form' } }], link);
          },
        }}
        renderTools={() => (
          <CardTools
            parent={parent}
            isPinned={parent === null ? this.#isPinned : null}
            onPin={desk.onPin}
            onClose={this.#events.onClose}
          />
        )}
        renderActions={(shown) => this.#actions(shown)}
      />
    );
  }

  /** Terms but those the card is about. */
  #mentionsIn(text: string): readonly Mention[] {
    const own = new Set(this.#senses.map(({ entry }) => entry));
    return this.#stage.desk.mentionsIn(text).filter(({ senses }) => !own.has(senses[0].entry));
  }

  #actions({ entry, sources }: ShownEntry): preact.ComponentChild {
    const { desk, host, root } = this.#stage;
    const isSafe = (event: Event) => isSafeClick(event, host, root, this.#standstill);
    const change = async (event: Event, send: () => Promise<Result<null>>) => {
      if (!isSafe(event)) return 'covered';
      desk.onDetach();
      const result = await send();
      return result.ok ? 'done' : refusalOf(result.error);
    };
    return (
      <CardActions
        key={entry.id}
        isOwn={entry.pack.kind === 'user'}
        onCopy={async (form, event) => {
          if (!event.isTrusted) return 'covered';
          return (await copyText(citeEntry(entry, sources, form), root)) ? 'done' : 'failed';
        }}
        onMute={(isMuted, event) => change(event, () => desk.muteTerm(entry.id, isMuted))}
        onTurnSiteOff={(event) => change(event, () => desk.turnSiteOff())}
        onOpenEntry={(event) => event.isTrusted && desk.openEntry(entry.id)}
      />
    );
  }
}
