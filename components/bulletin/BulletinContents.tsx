/** Contents beside a bulletin: its paragraphs, and all bulletins. */
import { useEffect, useState } from 'preact/hooks';
import type { Bulletin } from '../../glossary/pack/pack';
import { DateText } from '../format';
import { useTranslate } from '../i18n';
import { truncate } from '../picture/text-width';

interface Props {
  bulletin: Bulletin;
  bulletins: readonly Bulletin[];
  href(bulletin: string): string;
  bookHref: string;
}

/** Length of the first words of a paragraph, in characters. */
const MAX_BEGINNING = 14;
const WIDE = '(min-width: 72rem)';

/** Open beside the text in a wide window, folded above it in a narrow one. */
export function BulletinContents({ bulletin, bulletins, href, bookHref }: Props) {
  const t = useTranslate();
  const isWide = useIsWide();
  return (
    <nav class="bulletin-contents" aria-label={t('bulletin_contents')}>
      <details open={isWide}>
        <summary>{t('bulletin_contents')}</summary>
        <ol>
          {bulletin.paragraphs.map(([first]) =>
            first ? (
              <li key={first.id}>
                <a href={`#${first.id}`} lang="zh-Hans">
                  {beginningOf(first.text)}
                </a>
              </li>
            ) : null,
          )}
        </ol>
        <h2>{t('bulletin_others')}</h2>
        <ul>
          {bulletins.map(({ id, title, titleScript, date }) => (
            <li key={id}>
              <a href={href(id)} lang={titleScript} aria-current={id === bulletin.id ? 'page' : undefined}>
                {title}
              </a>{' '}
              <DateText date={date} />
            </li>
          ))}
        </ul>
        <p>
          <a href={bookHref}>{t('book_title')}</a>
        </p>
      </details>
    </nav>
  );
}

/** Follows the breakpoint of `bulletin.css`. */
function useIsWide(): boolean {
  const [isWide, setIsWide] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const wide = matchMedia(WIDE);
    const update = () => setIsWide(wide.matches);
    // It may have changed between the first render and this effect.
    update();
    wide.addEventListener('change', update);
    return () => wide.removeEventListener('change', update);
  }, []);
  return isWide;
}

/** Up to the first punctuation mark, truncated. */
function beginningOf(text: string): string {
  const [clause = ''] = /^[^，。；：！？]*/.exec(text) ?? [];
  return truncate(clause, MAX_BEGINNING);
}
