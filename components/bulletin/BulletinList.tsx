/** The list of bulletins, shown if the address names no bulletin, or an unknown one. */
import type { Bulletin, Manifest } from '../../glossary/pack/pack';
import { DateText } from '../format';
import { useTranslate } from '../i18n';

interface Props {
  /** With at least one bulletin each. Packs are named if there are several. */
  packs: readonly { manifest: Manifest; bulletins: readonly Bulletin[] }[];
  /** Id from the address; null if it has none. */
  unknownId: string | null;
  href(bulletin: string): string;
}

/** In the given order. */
export function BulletinList({ packs, unknownId, href }: Props) {
  const t = useTranslate();
  return (
    <section class="bulletin">
      <h1>{t('bulletin_list_title')}</h1>
      {unknownId !== null && (
        <p class="bulletin-notice" role="alert">
          {t('bulletin_unknown', unknownId)}
        </p>
      )}
      {packs.map(({ manifest, bulletins }) => (
        <section key={manifest.id} class="bulletin-pack" aria-label={manifest.title}>
          {packs.length > 1 && <h2>{manifest.title}</h2>}
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
      ))}
    </section>
  );
}
