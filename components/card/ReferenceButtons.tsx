/** Buttons for the formats of references, wherever something can be cited. */
import { Fragment } from 'preact';
import { REFERENCE_STYLES, type ReferenceStyle } from '../../glossary/formats/references';
import { useTranslate } from '../i18n';

interface Props {
  isDisabled?: boolean;
  onChoose(style: ReferenceStyle, event: Event): void;
}

/** One button for each format. */
export function ReferenceButtons({ isDisabled = false, onChoose }: Props) {
  const t = useTranslate();
  return (
    <>
      {REFERENCE_STYLES.map((style) => (
        <Fragment key={style}>
          <button type="button" disabled={isDisabled} onClick={(event) => onChoose(style, event)}>
            {t(`cite_${style}`)}
          </button>{' '}
        </Fragment>
      ))}
    </>
  );
}
