/** The section for the style of marks, with a sample that follows every change. */
import { useEffect, useRef } from 'preact/hooks';
import { useTranslate } from '../i18n';
import { Section, SwitchField } from './Field';
import type { SettingProps, ShownSettings } from './options-props';
import { SettingChoice } from './SettingChoice';

/** Marks the terms of a sample as in a page. `current` is the term under the pointer, or null. */
export type Paint = (terms: readonly Element[], current: Element | null, style: ShownSettings['marks']) => void;

interface Props extends SettingProps {
  /** Consecutive pieces of a sentence. */
  sample: readonly { text: string; isTerm: boolean }[];
  paint: Paint;
}

/** Paints the sample after every render. */
export function AppearanceSection({ sample, paint, ...change }: Props) {
  const t = useTranslate();
  const { settings, isLocked, onSet } = change;
  return (
    <Section id="look" title={t('options_look')}>
      <Sample sample={sample} marks={settings.marks} paint={paint} />
      <SettingChoice setting="marks.style" {...change} />
      <SettingChoice setting="marks.colour" {...change} />
      <SettingChoice setting="marks.strength" {...change} />
      <SettingChoice setting="marks.show" {...change} />
      <SwitchField
        label={t('options_badge')}
        isOn={settings.badge}
        isLocked={isLocked('badge')}
        onChange={(isOn) => onSet('badge', isOn)}
      />
    </Section>
  );
}

function Sample({ sample, marks, paint }: Pick<Props, 'sample' | 'paint'> & { marks: ShownSettings['marks'] }) {
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
