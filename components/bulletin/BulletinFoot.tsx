/** The foot of a bulletin: notes about its text, and links to the previous and next bulletins. */
import type { Bulletin } from '../../glossary/pack/pack';
import { DateText } from '../format';
import { useTranslate } from '../i18n';

interface Props {
  bulletin: Bulletin;
  /** Oldest first. */
  bulletins: readonly Bulletin[];
  /** Whether keys move through the text. */
  hasKeys: boolean;
  href(bulletin: string): string;
}

/** `bulletin` is one of `bulletins`, by identity. */
export function BulletinFoot({ bulletin, bulletins, hasKeys, href }: Props) {
  const t = useTranslate();
  const { titleStatus, script, note, originalUrl } = bulletin;
  const at = bulletins.indexOf(bulletin);
  return (
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
      {hasKeys && <p class="bulletin-keys">{t('bulletin_keys')}</p>}
      <nav class="bulletin-turn" aria-label={t('bulletin_turn')}>
        <Neighbour to={bulletins[at - 1]} label={t('bulletin_previous')} rel="prev" href={href} />
        <Neighbour to={bulletins[at + 1]} label={t('bulletin_next')} rel="next" href={href} />
      </nav>
    </footer>
  );
}

interface NeighbourProps {
  to: Bulletin | undefined;
  label: string;
  rel: 'prev' | 'next';
  href(bulletin: string): string;
}

function Neighbour({ to, label, rel, href }: NeighbourProps) {
  if (!to) return null;
  return (
    <a href={href(to.id)} rel={rel}>
      <small>
        {label} · <DateText date={to.date} />
      </small>
      <br />
      <span lang={to.titleScript}>{to.title}</span>
    </a>
  );
}
