/** Buttons of the card that act on its entry, and a line that says what they did. */
import { useState } from 'preact/hooks';
import type { CopyStyle } from '../../glossary/book/footnotes';
import { type MessageKey, useTranslate } from '../i18n';
import { ReferenceButtons } from './ReferenceButtons';

/**
 * Result of an action. `covered`: the click may not have been meant for the card. `full`: no more corrections can be stored.
 */
export type ActionOutcome = 'done' | 'failed' | 'private' | 'locked' | 'covered' | 'full';

const SCOPES = ['page', 'site', 'everywhere'] as const;
/** Where an entry that is not meant gets no mark any more. */
export type NotMeantScope = (typeof SCOPES)[number];

interface Props extends CardActionEvents {
  /** Whether the entry is a term of the reader's own, which opens in the options and has no editors. */
  isOwn: boolean;
  /** Whether the card explains a mark of the page, which can be wrong. */
  isOfMark: boolean;
}

/** Actions, each with the event that asked for it, so that the owner can check whether it is trusted. */
export interface CardActionEvents {
  onCopy(style: CopyStyle, event: Event): Promise<ActionOutcome>;
  onMute(isMuted: boolean, event: Event): Promise<ActionOutcome>;
  onNotMeant(scope: NotMeantScope, isOn: boolean, event: Event): Promise<ActionOutcome>;
  onReport(kind: 'not-meant' | 'wrong', event: Event): Promise<ActionOutcome>;
  onDisableSite(event: Event): Promise<ActionOutcome>;
  onOpenEntry(event: Event): void;
}

interface Note {
  key: MessageKey;
  /** Offers an undo. */
  undo?: 'mute' | NotMeantScope;
  /** Asks before it is done. */
  ask?: 'site' | 'scope' | 'style';
}

const FAILURES: Record<Exclude<ActionOutcome, 'done'>, MessageKey> = {
  failed: 'card_action_failed',
  private: 'card_action_private',
  locked: 'scope_locked',
  covered: 'card_action_covered',
  full: 'card_corrections_full',
};

/**
 * Turning a site off asks first; muting offers an undo; an entry that is not meant asks where, and offers a report. Buttons
 * have the name of their message.
 */
export function CardActions({ isOwn, isOfMark, onOpenEntry, ...events }: Props) {
  const t = useTranslate();
  const [note, setNote] = useState<Note | null>(null);
  const report = async (outcome: Promise<ActionOutcome>, done: Note | null) => {
    const result = await outcome;
    setNote(result === 'done' ? done : { key: FAILURES[result] });
  };
  const button = (key: MessageKey, onClick: (event: Event) => void) => (
    <button type="button" name={key} onClick={onClick}>
      {t(key)}
    </button>
  );
  return (
    <div class="actions">
      <p class="note" role="status">
        {note && `${t(note.key)} `}
        {note && <NoteButtons note={note} isOwn={isOwn} {...events} setNote={setNote} report={report} />}
      </p>
      <fieldset class="buttons" aria-label={t('card_actions')}>
        {button('card_copy', (event) => void report(events.onCopy('plain', event), { key: 'card_copied' }))}
        {button('card_copy_markdown', (event) => void report(events.onCopy('markdown', event), { key: 'card_copied' }))}
        {button(isOwn ? 'own_edit' : 'card_open_entry', onOpenEntry)}
        {button('card_mute', (event) => void report(events.onMute(true, event), { key: 'card_muted', undo: 'mute' }))}
        {button('card_site_off', () => setNote({ key: 'card_site_off_ask', ask: 'site' }))}
        {isOfMark && button('card_not_meant', () => setNote({ key: 'card_not_meant_ask', ask: 'scope' }))}
        {isOfMark && !isOwn && button('card_wrong', (event) => void report(events.onReport('wrong', event), null))}
        {button('card_cite', () => setNote({ key: 'card_cite_ask', ask: 'style' }))}
      </fieldset>
    </div>
  );
}

interface NoteProps extends Pick<CardActionEvents, 'onCopy' | 'onMute' | 'onNotMeant' | 'onReport' | 'onDisableSite'> {
  note: Note;
  isOwn: boolean;
  setNote(note: null): void;
  report(outcome: Promise<ActionOutcome>, done: Note | null): Promise<void>;
}

/** The offer or question in the note. */
function NoteButtons({ note: { undo, ask }, isOwn, setNote, report, ...events }: NoteProps) {
  const t = useTranslate();
  const { onCopy, onMute, onNotMeant, onReport, onDisableSite } = events;
  const button = (key: MessageKey, onClick: (event: Event) => void) => (
    <>
      <button type="button" name={key} onClick={onClick}>
        {t(key)}
      </button>{' '}
    </>
  );
  return (
    <>
      {undo &&
        button('card_undo', (event) => {
          const undone = undo === 'mute' ? onMute(false, event) : onNotMeant(undo, false, event);
          void report(undone, { key: 'card_unmuted' });
        })}
      {undo &&
        undo !== 'mute' &&
        !isOwn &&
        button('card_report', (event) => void report(onReport('not-meant', event), null))}
      {ask === 'site' &&
        button('card_site_off_yes', (event) => void report(onDisableSite(event), { key: 'card_site_off_done' }))}
      {ask === 'scope' &&
        SCOPES.map((scope) =>
          button(`card_not_meant_${scope}`, (event) => {
            void report(onNotMeant(scope, true, event), { key: `card_not_meant_${scope}_done`, undo: scope });
          }),
        )}
      {ask === 'style' && (
        <ReferenceButtons onChoose={(style, event) => void report(onCopy(style, event), { key: 'card_copied' })} />
      )}{' '}
      {ask && button('card_cancel', () => setNote(null))}
    </>
  );
}
