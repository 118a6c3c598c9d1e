/** Owns a bulletin typeset to be read: every sentence has an address, the one asked for is shown, terms are explained. */
import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import type { Mention } from '../glossary/find/finder-data';
import type { Bulletin, Passage } from '../glossary/pack/pack';
import { CardPopover } from './CardPopover';
import { useTranslate } from './i18n';
import { MarkedText } from './MarkedText';

interface Props {
  bulletin: Bulletin;
  /** The passage asked for, or null. */
  current: string | null;
  /** By passage, with offsets in its text. */
  mentions: ReadonlyMap<Passage, readonly Mention[]>;
  /** The card of a mention. */
  renderCard(mention: Mention): ComponentChild;
}

export function BulletinView({ bulletin, current, mentions, renderCard }: Props) {
  const t = useTranslate();
  const [chosen, setChosen] = useState<{ mention: Mention; term: HTMLElement } | null>(null);
  const { title, titleStatus, script, signer, date, note, originalUrl, paragraphs } = bulletin;
  const isSigned = current === 'signature';
  const isUnknown = current !== null && !isSigned && !paragraphs.flat().some(({ id }) => id === current);
  return (
    <article class="bulletin">
      <header>
        <h1 lang={titleStatus === 'given' ? script : 'zh-Hans'}>{title}</h1>
        <p
          id="signature"
          tabIndex={isSigned ? -1 : undefined}
          class={isSigned ? 'bulletin-line is-current' : 'bulletin-line'}
        >
          {t('bulletin_signed', signer)} <time dateTime={date}>{date}</time>
        </p>
      </header>
      {isUnknown && (
        <p class="bulletin-notice" role="status">
          {t('bulletin_unknown_passage', current)}
        </p>
      )}
      {paragraphs.map((passages) => (
        <p key={passages[0]?.id} class="bulletin-paragraph" lang="zh-Hans">
          {passages.map((passage) => (
            <span
              key={passage.id}
              id={passage.id}
              tabIndex={passage.id === current ? -1 : undefined}
              class={passage.id === current ? 'passage is-current' : 'passage'}
            >
              <MarkedText
                text={passage.text}
                mentions={mentions.get(passage) ?? []}
                onChoose={(mention, term) => setChosen({ mention, term })}
              />
              <a class="passage-link" href={`#${passage.id}`} aria-label={passageName(t, passage.id)}>
                §
              </a>
            </span>
          ))}
        </p>
      ))}
      <footer class="bulletin-foot">
        {titleStatus === 'given' && <p>{t('bulletin_title_given')}</p>}
        {note && (
          <p>
            {t('bulletin_note')}：<span lang={script}>{note}</span>
          </p>
        )}
        <p>
          {originalUrl === null ? (
            t('bulletin_original_unknown')
          ) : (
            <a href={originalUrl} rel="noopener noreferrer">
              {t('bulletin_original')}
            </a>
          )}
        </p>
      </footer>
      {chosen && (
        <CardPopover key={chosen.mention} anchor={chosen.term} onClose={() => setChosen(null)}>
          {renderCard(chosen.mention)}
        </CardPopover>
      )}
    </article>
  );
}

function passageName(t: ReturnType<typeof useTranslate>, id: string): string {
  const [, paragraph = '', sentence = ''] = /^p(\d+)s(\d+)$/.exec(id) ?? [];
  return t('bulletin_passage', paragraph, sentence);
}
