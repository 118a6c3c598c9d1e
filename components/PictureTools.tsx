/** Owns the buttons by which a picture is made larger, smaller, or seen as a whole. */
import { useTranslate } from './i18n';

interface Props {
  onZoom(isIn: boolean): void;
  onWhole(): void;
}

export function PictureTools({ onZoom, onWhole }: Props) {
  const t = useTranslate();
  return (
    <div class="picture-tools">
      <button type="button" aria-label={t('picture_larger')} onClick={() => onZoom(true)}>
        +
      </button>
      <button type="button" aria-label={t('picture_smaller')} onClick={() => onZoom(false)}>
        −
      </button>
      <button type="button" onClick={onWhole}>
        {t('picture_whole')}
      </button>
    </div>
  );
}
