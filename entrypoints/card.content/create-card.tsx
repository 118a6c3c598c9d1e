/** Owns the card as `content/` knows it: show beside an anchor, load, close. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { EntryCard } from '../../components/EntryCard';
import { EntryCardError, EntryCardLoading } from '../../components/EntryCardStates';
import { I18n, type Translate } from '../../components/i18n';
import { reasonText } from '../../components/reason-text';
import { bulletinPath } from '../shared/bulletin-path';
import type { Card, CardAnchor, CardContent, CardEvents } from '../shared/card-api';
import { failure, type Result } from '../shared/result';
import { CardHost } from './card-host';
import { placeCard } from './place-card';

type Load = () => Promise<Result<CardContent>>;

const t: Translate = (key, ...substitutions) => browser.i18n.getMessage(key, substitutions);

/** Makes the frame's card. Nothing is in the page until `show`. */
export function createCard(events: CardEvents): Card {
  const host = new CardHost();
  let release: (() => void) | null = null;
  let turn = 0;
  host.element.addEventListener('pointerenter', (event) => event.isTrusted && events.onEnter());
  host.element.addEventListener('pointerleave', (event) => event.isTrusted && events.onLeave());

  const fill = async (load: Load, mine: number) => {
    draw(host, <EntryCardLoading />);
    const content = await load().catch((error: unknown) => failure(String(error)));
    if (mine !== turn) return;
    if (content.ok) draw(host, <View content={content.value} onOpenPassage={events.onOpenPassage} />);
    else {
      const message = content.error === 'stale' ? t('card_error_stale') : t('card_error');
      draw(host, <EntryCardError message={message} onRetry={() => void fill(load, mine)} />);
    }
    host.body.scrollTop = 0;
  };
  return {
    isHost: (target) => target === host.element,
    show(anchor: CardAnchor, load: Load) {
      turn++;
      release?.();
      void fill(load, turn);
      host.open(anchor.context);
      release = placeCard(host, anchor, events.onLost);
    },
    close() {
      turn++;
      release?.();
      release = null;
      host.close();
      render(null, host.body);
    },
  };
}

function draw(host: CardHost, view: preact.ComponentChild): void {
  render(<I18n.Provider value={t}>{view}</I18n.Provider>, host.body);
}

function View({ content, onOpenPassage }: { content: CardContent; onOpenPassage: CardEvents['onOpenPassage'] }) {
  return (
    <EntryCard
      entries={content.map(({ entry, sources, reason }) => ({ entry, sources, reason: reasonText(t, reason) }))}
      passageHref={(bulletin, passage) => browser.runtime.getURL(bulletinPath(bulletin, passage) as '/bulletin.html')}
      onOpenPassage={onOpenPassage}
    />
  );
}
