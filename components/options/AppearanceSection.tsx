/** The section for the style of marks, with a sample that follows every change. */
import { useEffect, useRef } from 'preact/hooks';
import { useTranslate } from '../i18n';
import { Choice, Section, SwitchField } from './Field';
import type { SettingProps, ShownSettings } from './options-props';

/** Marks the terms of a sample as in a page. `current` is the term under the pointer, or null. */
export type Paint = (terms: readonly Element[], current: Element | null, style: ShownSettings['marks']) => void;

interface Props extends SettingProps {
  /** Consecutive pieces of a sentence. */
  sample: readonly { text: string; isTerm: boolean }[];
  paint: Paint;
}

/** Paints the sample anew after every render. */
export function AppearanceSection({ settings: { marks, badge }, isLocked, onSet, sample, paint }: Props) {
  const t = useTranslate();
  return (
    <Section id="look" title={t('options_look')}>
      <Sample sample={sample} marks={marks} paint={paint} />
      <Choice
        legend={t('options_style')}
        value={marks.style}
        isLocked={isLocked('marks.style')}
        onChange={(style) => onSet('marks.style', style)}
        options={(['dotted', 'solid', 'dashed', 'wavy', 'wash'] as const).map((value) => ({
          value,
          label: t(`options_style_${value}`),
        }))}
      />
      <Choice
        legend={t('options_colour')}
        value={marks.colour}
        isLocked={isLocked('marks.colour')}
        onChange={(colour) => onSet('marks.colour', colour)}
        options={(['text', 'blue', 'green', 'amber', 'red'] as const).map((value) => ({
          value,
          label: t(`options_colour_${value}`),
        }))}
      />
      <Choice
        legend={t('options_strength')}
        value={marks.strength}
        isLocked={isLocked('marks.strength')}
        onChange={(strength) => onSet('marks.strength', strength)}
        options={([1, 2, 3] as const).map((value) => ({ value, label: t(`options_strength_${value}`) }))}
      />
      <Choice
        legend={t('options_show')}
        value={marks.show}
        isLocked={isLocked('marks.show')}
        onChange={(show) => onSet('marks.show', show)}
        options={(['always', 'hover'] as const).map((value) => ({ value, label: t(`options_show_${value}`) }))}
      />
      <SwitchField
        label={t('options_badge')}
        isOn={badge}
        isLocked={isLocked('badge')}
        onChange={(isOn) => onSet('badge', isOn)}
      />
    </Section>
  );
}

function Sample({
  sample,
  marks,
  paint,
}: {
  sample: Props['sample'];
  marks: ShownSettings['marks'];
  paint: Props['paint'];
}) {
  const t = useTranslate();
  const text = useRef<HTMLParagraphElement>(null);
  const terms = () => [...(text.current?.querySelectorAll('span') ?? [])];
  useEffect(() => paint(terms(), null, marks));
  return (
    <figure class="options-sample">
      <figcaption>{t('options_sample')}</figcaption>
      <p ref={text} lang="zh-Hans">
        {sample.map(({ text: piece, isTerm }, i) =>
          isTerm ? (
            <span
              key={i}
              onPointerEnter={(event) => paint(terms(), event.currentTarget, marks)}
              onPointerLeave={() => paint(terms(), null, marks)}
            >
              {piece}
            </span>
          ) : (
            piece
          ),
        )}
      </p>
    </figure>
  );
}
