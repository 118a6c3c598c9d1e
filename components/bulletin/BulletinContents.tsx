/** Contents beside a bulletin: its paragraphs, and all bulletins. */
import type { Bulletin } from '../../glossary/pack/pack';
import { DateText } from '../format';
import { useTranslate } from '../i18n';
import { ellipsize } from '../picture/text-width';

interface Props {
  bulletin: Bulletin;
  bulletins: readonly Bulletin[];
  /** Whether it is unfolded at first. */
  isOpen: boolean;
  href(bulletin: string): string;
  bookHref: string;
}

/** Length of the first words of a paragraph, in characters. */
const MAX_BEGINNING = 14;

/** Follows `isOpen` until the reader folds it. */
export function BulletinContents({ bulletin, bulletins, isOpen, href, bookHref }: Props) {
  const t = useTranslate();
  return (
    <nav class="bulletin-contents" aria-label={t('bulletin_contents')}>
      <details open={isOpen}>
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

/** Up to the first punctuation mark, with an ellipsis if it is long. */
function beginningOf(text: string): string {
  const [clause = ''] = /^[^，。；：！？]*/.exec(text) ?? [];
  return ellipsize(clause, MAX_BEGINNING);
}
