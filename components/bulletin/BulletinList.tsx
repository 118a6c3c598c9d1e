/** Owns the list of bulletins, shown where none, or an unknown one, was asked for. */
import type { Bulletin } from '../../glossary/pack/pack';
import { DateText } from '../format';
import { useTranslate } from '../i18n';

interface Props {
  bulletins: readonly Bulletin[];
  /** The id that was asked for and is not there; null where none was. */
  unknownId: string | null;
  href(bulletin: string): string;
}

export function BulletinList({ bulletins, unknownId, href }: Props) {
  const t = useTranslate();
  return (
    <section class="bulletin">
      <h1>{t('bulletin_list_title')}</h1>
      {unknownId !== null && (
        <p class="bulletin-notice" role="alert">
          {t('bulletin_unknown', unknownId)}
        </p>
      )}
      <ul class="bulletin-list">
        {bulletins.map(({ id, title, titleScript, signer, date }) => (
          <li key={id}>
            <a href={href(id)} lang={titleScript}>
              {title}
            </a>
            <br />
            <span lang="zh-Hans">{signer}</span> <DateText date={date} />
          </li>
        ))}
      </ul>
    </section>
  );
}
