/** One document while it is switched on: its marks, their style, and what a reader does with them. */
import type { Finder } from '../../glossary/find/finder';
import type { EntryIndex } from '../../glossary/pack/finder-data';
import type { EngineContext } from '../shared/page/engine-api';
import type { Density } from '../shared/page/pack-marks';
import { onPageRestored } from '../shared/page/page-events';
import type { MarksLook, PageSettings } from '../shared/settings/page-settings';
import { type ExplainedTerms, explainTerms } from './explain-terms';
import { MarkedPage } from './marked-page';
import type { Marks } from './marks';
import { densitiesOf, type PackLooks, packColours } from './pack-looks';
import type { PageIndex } from './page-index';
import { muteHere, optionsOf } from './page-options';

/** The parts of the engine's context that a page needs, with the settings of the packs that are on here. */
interface PageContext extends Pick<EngineContext, 'send' | 'isAlive' | 'settings' | 'onTermsChange'> {
  looks: PackLooks;
}

/** Marks and explains the document until the signal aborts, which leaves it as it was. */
export class ExplainedPage {
  readonly #finder: Finder;
  readonly #context: PageContext;
  readonly #signal: AbortSignal;
  readonly #page: MarkedPage;
  readonly #style: MarksStyle;
  /** The page's options, as JSON: those of a new page at first. */
  #options = JSON.stringify(['every', [], []]);
  readonly #densities: ReadonlyMap<number, Density>;
  /** Null until there are marks. */
  #terms: ExplainedTerms | null = null;
  /** Whether mentions were left out when the terms were last counted, because they were hidden. */
  hasHiddenTerms = false;

  constructor(finder: Finder, context: PageContext, signal: AbortSignal) {
    this.#finder = finder;
    this.#context = context;
    this.#signal = signal;
    const { looks } = context;
    this.#densities = densitiesOf(looks);
    const events = {
      onFirstMark: () => this.#explain(),
      onRenewed: () => this.#listenAgain(),
      onChange: () => this.#notifyChange(),
      onShow: () => this.hasHiddenTerms && context.onTermsChange(),
    };
    this.#page = new MarkedPage(finder, packColours(looks), events, signal);
    this.#style = new MarksStyle(this.#page, context.send, signal);
    this.#applyOptions(context.settings());
    this.#page.start();
  }

  get index(): PageIndex {
    return this.#page.index;
  }

  get marks(): Marks {
    return this.#page.marks;
  }

  /** Brings mention `nth` (from 0) of an entry into view and paints it as the current one; nothing if it is gone. */
  goTo(entry: EntryIndex, nth: number): void {
    this.#terms?.goTo(entry, nth);
  }

  /** Applies changed settings: how marks look, and which there are. */
  applySettings(settings: PageSettings): void {
    this.#style.change(settings.marks);
    this.#applyOptions(settings);
  }

  #applyOptions(settings: PageSettings): void {
    const options = optionsOf(this.#finder.revisions, settings, this.#densities);
    const name = JSON.stringify([options.density, [...options.muted], [...options.densities]]);
    if (name === this.#options) return;
    this.#options = name;
    this.#page.setOptions(options);
  }

  #explain(): void {
    this.#style.set(this.#context.settings().marks);
    const context = {
      ...this.#context,
      muteHere: (entry: EntryIndex, isMuted: boolean) => this.#muteHere(entry, isMuted),
    };
    this.#terms = explainTerms(this.#page, this.#finder, context, this.#signal);
  }

  #muteHere(entry: EntryIndex, isMuted: boolean): void {
    muteHere(this.#finder.revisions, entry, isMuted);
    this.#applyOptions(this.#context.settings());
  }

  #listenAgain(): void {
    this.#style.listen();
    this.#terms?.listenAgain();
  }

  #notifyChange(): void {
    this.#terms?.onChange();
    this.#context.onTermsChange();
  }
}

/** The style of the marks: inserted by the background, and sent again if it may have gone to another document. */
class MarksStyle {
  readonly #page: MarkedPage;
  readonly #send: EngineContext['send'];
  readonly #signal: AbortSignal;
  /** Null until there are marks. */
  #look: MarksLook | null = null;
  #isConfirmed = true;
  /** Whether the reader left before the background confirmed: the style may have gone to the document that came next. */
  #isLost = false;

  constructor(page: MarkedPage, send: EngineContext['send'], signal: AbortSignal) {
    this.#page = page;
    this.#send = send;
    this.#signal = signal;
    this.listen();
    onPageRestored(() => this.#look && this.#isLost && this.set(this.#look), signal);
  }

  readonly #onLeave = () => {
    this.#isLost = !this.#isConfirmed;
  };

  /** Listens, also again after the page removed our listeners. */
  listen(): void {
    addEventListener('pagehide', this.#onLeave, { signal: this.#signal });
  }

  /** Sets the look, if there are marks and it differs. */
  change(look: MarksLook): void {
    if (this.#look && JSON.stringify(look) !== JSON.stringify(this.#look)) this.set(look);
  }

  /** Sets the look; the marks are painted when the background has answered. */
  set(look: MarksLook): void {
    const { marks } = this.#page;
    const before = this.#look;
    this.#look = look;
    this.#page.setStyle(look);
    this.#isConfirmed = false;
    void this.#send({ type: 'marks.style', ...marks.names, colours: [...marks.colours], look, before }).then(
      ({ ok }) => {
        this.#isConfirmed ||= ok;
        marks.show();
      },
    );
  }
}
