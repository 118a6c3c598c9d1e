/** The page shown once, after installation: a passage to try, privacy with the access level, and first settings. */
import type { ComponentChild } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Mention } from '../../glossary/pack/finder-data';
import { CardPopover } from '../card/CardPopover';
import { useTranslate } from '../i18n';
import { MarkedText } from '../MarkedText';
import { AccessLevelChoice, type AccessLevelProps } from '../options/AccessLevelChoice';
import type { Paint } from '../options/AppearanceSection';
import type { SettingProps } from '../options/options-props';
import { SettingChoice } from '../options/SettingChoice';
import { ShortcutList, type ShownShortcut } from '../ShortcutList';

interface Props extends SettingProps, AccessLevelProps {
  /** A passage of a bulletin; null if the pack has none. */
  sample: { text: string; title: string; mentions: readonly Mention[] } | null;
  renderCard(mention: Mention): ComponentChild;
  paint: Paint;
  hasPanel: boolean;
  shortcuts: readonly ShownShortcut[];
  bulletinsHref: string;
  /** Why the last change was not saved; null if it was. */
  problem: string | null;
  onOpenOptions(): void;
  onClose(): void;
}

/** A term of the sample opens its card, as on a page. */
export function WelcomeView(props: Props) {
  const t = useTranslate();
  const { settings, isLocked, onSet, onAccessLevel, onAddRule, shortcuts, problem, hasPanel } = props;
  const change = { settings, isLocked, onSet };
  return (
    <main class="welcome options-ui">
      <h1>{t('welcome_title')}</h1>
      <p class="welcome-lead">{t('welcome_lead')}</p>
      <Sample {...props} />
      <section aria-labelledby="welcome-privacy">
        <h2 id="welcome-privacy">{t('welcome_privacy')}</h2>
        <p>{t('welcome_privacy_text')}</p>
        <AccessLevelChoice
          settings={settings}
          isLocked={isLocked}
          onAccessLevel={onAccessLevel}
          onAddRule={onAddRule}
        />
      </section>
      <section aria-labelledby="welcome-settings">
        <h2 id="welcome-settings">{t('welcome_settings')}</h2>
        <SettingChoice setting="card.opensBy" isBrief without={hasPanel ? null : 'panel'} {...change} />
        <SettingChoice setting="marks.style" {...change} />
        <p class="options-fault" role="alert">
          {problem}
        </p>
      </section>
      {shortcuts.length > 0 && <Shortcuts shortcuts={shortcuts} />}
      <NextSteps {...props} />
    </main>
  );
}

/** Until the settings are read. */
export function WelcomeLoading() {
  const t = useTranslate();
  return (
    <main class="welcome options-ui" aria-busy="true">
      <h1>{t('welcome_title')}</h1>
      <p class="options-empty">{t('options_loading')}</p>
    </main>
  );
}

function Sample({ sample, renderCard, paint, settings: { marks } }: Props) {
  const t = useTranslate();
  const text = useRef<HTMLParagraphElement>(null);
  const paintTerms = (current: Element | null) =>
    paint([...(text.current?.querySelectorAll('.term') ?? [])], current, marks);
  useEffect(() => paintTerms(null));
  const [chosen, setChosen] = useState<{ mention: Mention; term: HTMLElement } | null>(null);
  if (!sample) return null;
  return (
    <section aria-labelledby="welcome-try">
      <h2 id="welcome-try">{t('welcome_try')}</h2>
      <p>{t('welcome_try_lead')}</p>
      <figure class="options-sample">
        <p ref={text} lang="zh-Hans">
          <MarkedText
            text={sample.text}
            mentions={sample.mentions}
            onChoose={(mention, term) => setChosen({ mention, term })}
            onPoint={(_mention, term) => paintTerms(term)}
            onUnpoint={() => paintTerms(null)}
          />
        </p>
        <figcaption>{t('welcome_from', sample.title)}</figcaption>
      </figure>
      {chosen && (
        <CardPopover key={chosen.mention} anchor={chosen.term} onClose={() => setChosen(null)}>
          {renderCard(chosen.mention)}
        </CardPopover>
      )}
    </section>
  );
}

function Shortcuts({ shortcuts }: Pick<Props, 'shortcuts'>) {
  const t = useTranslate();
  return (
    <section aria-labelledby="welcome-keys">
      <h2 id="welcome-keys">{t('welcome_keys')}</h2>
      <ShortcutList class="options-pairs" shortcuts={shortcuts} />
    </section>
  );
}

function NextSteps({ bulletinsHref, onOpenOptions, onClose }: Props) {
  const t = useTranslate();
  return (
    <p class="options-actions">
      <button type="button" onClick={onClose}>
        {t('welcome_done')}
      </button>
      <button type="button" onClick={onOpenOptions}>
        {t('welcome_more')}
      </button>
      <a href={bulletinsHref}>{t('welcome_bulletins')}</a>
    </p>
  );
}
