/** Parts that the map and the timeline share: zoom buttons, and groups that screen readers skip. */
import type { ComponentChild } from 'preact';
import { useTranslate } from '../i18n';

interface Props {
  onZoom(isIn: boolean): void;
  onFit(): void;
}

/** Buttons that zoom a picture in or out, or fit all of it. */
export function PictureTools({ onZoom, onFit }: Props) {
  const t = useTranslate();
  return (
    <div class="picture-tools">
      <button type="button" aria-label={t('picture_larger')} onClick={() => onZoom(true)}>
        +
      </button>
      <button type="button" aria-label={t('picture_smaller')} onClick={() => onZoom(false)}>
        −
      </button>
      <button type="button" onClick={onFit}>
        {t('picture_whole')}
      </button>
    </div>
  );
}

/** A group of an SVG that screen readers skip: its text repeats the names of links beside it. */
export function Decoration({ children }: { children: ComponentChild }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a picture cannot be focused.
  return <g aria-hidden="true">{children}</g>;
}
