/** Owns a bulletin typeset to be read: every sentence has an address, the one asked for is shown. */
import type { Bulletin } from '../glossary/pack/pack';
import { useTranslate } from './i18n';

interface Props {
  bulletin: Bulletin;
  /** The passage asked for, or null. */
  current: string | null;
}

export function BulletinView({ bulletin, current }: Props) {
  const t = useTranslate();
  const { title, titleStatus, signer, date, note, originalUrl, paragraphs } = bulletin;
  const isUnknown = current !== null && !paragraphs.flat().some(({ id }) => id === current);
  return (
    <article class="bulletin">
      <header>
        <h1 lang="zh-Hans">{title}</h1>
        <p class="bulletin-line">
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
          {passages.map(({ id, text }) => (
            <span
              key={id}
              id={id}
              tabIndex={id === current ? -1 : undefined}
              class={id === current ? 'passage is-current' : 'passage'}
            >
              {text}
              <a class="passage-link" href={`#${id}`} aria-label={passageName(t, id)}>
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
            {t('bulletin_note')}：<span lang="zh-Hans">{note}</span>
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
    </article>
  );
}

function passageName(t: ReturnType<typeof useTranslate>, id: string): string {
  const [, paragraph = '', sentence = ''] = /^p(\d+)s(\d+)$/.exec(id) ?? [];
  return t('bulletin_passage', paragraph, sentence);
}
