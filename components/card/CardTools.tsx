/** Buttons at the head of a card: back to the card it was opened from, pin, close. */
import { visibleText } from '../../glossary/visible-text';
import { useTranslate } from '../i18n';
import { unsearchable } from './UnsearchableText';

interface Props {
  /** Headword of the card this one was opened from, or null. */
  parent: string | null;
  /** Whether that headword is not public. */
  isParentPrivate: boolean;
  /** Null if the card cannot be pinned. */
  isPinned: boolean | null;
  onPin(isPinned: boolean): void;
  /** Closes this card, not the one it was opened from. */
  onClose(): void;
}

/** Ignores clicks made by scripts. */
export function CardTools({ parent, isParentPrivate, isPinned, onPin, onClose }: Props) {
  const t = useTranslate();
  const back = parent === null ? '' : t('card_back', visibleText(parent));
  return (
    <div class="tools">
      {parent !== null && (
        <button
          type="button"
          class="back"
          aria-label={isParentPrivate ? back : undefined}
          onClick={(event) => event.isTrusted && onClose()}
        >
          <Icon path="M10 3 5 8l5 5" /> {isParentPrivate ? unsearchable(back) : back}
        </button>
      )}
      {isPinned !== null && (
        <button
          type="button"
          name="card_pin"
          aria-pressed={isPinned}
          aria-label={t('card_pin')}
          title={t('card_pin')}
          onClick={(event) => event.isTrusted && onPin(!isPinned)}
        >
          <Icon path="M5.5 2.5h5M6.5 2.5v4L4.5 9h7l-2-2.500v-4M8 9v5" />
        </button>
      )}
      <button
        type="button"
        name="card_close"
        aria-label={t('card_close')}
        title={t('card_close')}
        onClick={(event) => event.isTrusted && onClose()}
      >
        <Icon path="M4 4l8 8M12 4l-8 8" />
      </button>
    </div>
  );
}

function Icon({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        stroke-width="1.4"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
