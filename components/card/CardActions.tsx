/** Buttons of the card that act on its entry, and a line that says what they did. */
import { useState } from 'preact/hooks';
import { type MessageKey, useTranslate } from '../i18n';

/** Result of an action. `covered`: the click may not have been meant for the card. */
export type ActionOutcome = 'done' | 'failed' | 'private' | 'locked' | 'covered';

interface Props extends CardActionEvents {
  /** Whether the entry is a term of the reader's own, which opens in the options. */
  isOwn: boolean;
}

/** Actions, each with the event that asked for it, so that the owner can check whether it is trusted. */
export interface CardActionEvents {
  onCopy(form: 'plain' | 'markdown', event: Event): Promise<ActionOutcome>;
  onMute(isMuted: boolean, event: Event): Promise<ActionOutcome>;
  onDisableSite(event: Event): Promise<ActionOutcome>;
  onOpenEntry(event: Event): void;
}

interface Note {
  key: MessageKey;
  /** Offers an undo. */
  undo?: 'mute';
  /** Asks before it is done. */
  confirm?: 'site';
}

const FAILURES: Record<Exclude<ActionOutcome, 'done'>, MessageKey> = {
  failed: 'card_action_failed',
  private: 'card_action_private',
  locked: 'scope_locked',
  covered: 'card_action_covered',
};

/** Turning a site off asks first; muting offers an undo. */
export function CardActions({ isOwn, onCopy, onMute, onDisableSite, onOpenEntry }: Props) {
  const t = useTranslate();
  const [note, setNote] = useState<Note | null>(null);
  const report = async (outcome: Promise<ActionOutcome>, done: Note) => {
    const result = await outcome;
    setNote(result === 'done' ? done : { key: FAILURES[result] });
  };
  return (
    <div class="actions">
      <p class="note" role="status">
        {note && `${t(note.key)} `}
        {note?.undo && (
          <button type="button" onClick={(event) => void report(onMute(false, event), { key: 'card_unmuted' })}>
            {t('card_undo')}
          </button>
        )}
        {note?.confirm && (
          <>
            <button type="button" onClick={(event) => void report(onDisableSite(event), { key: 'card_site_off_done' })}>
              {t('card_site_off_yes')}
            </button>{' '}
            <button type="button" onClick={() => setNote(null)}>
              {t('card_cancel')}
            </button>
          </>
        )}
      </p>
      <fieldset class="buttons" aria-label={t('card_actions')}>
        <button type="button" onClick={(event) => void report(onCopy('plain', event), { key: 'card_copied' })}>
          {t('card_copy')}
        </button>
        <button type="button" onClick={(event) => void report(onCopy('markdown', event), { key: 'card_copied' })}>
          {t('card_copy_markdown')}
        </button>
        <button type="button" onClick={(event) => onOpenEntry(event)}>
          {t(isOwn ? 'own_edit' : 'card_open_entry')}
        </button>
        <button
          type="button"
          onClick={(event) => void report(onMute(true, event), { key: 'card_muted', undo: 'mute' })}
        >
          {t('card_mute')}
        </button>
        <button type="button" onClick={() => setNote({ key: 'card_site_off_ask', confirm: 'site' })}>
          {t('card_site_off')}
        </button>
      </fieldset>
    </div>
  );
}
