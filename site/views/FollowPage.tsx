/** Shows the address by which readers follow the glossary, and how. */
import { useTranslate } from '../../components/i18n';

/** The address is text: only the extension, when the reader pastes it there, requests it. */
export function FollowPage({ address }: { address: string }) {
  const t = useTranslate();
  return (
    <>
      <h1>{t('site_follow')}</h1>
      <p>{t('site_follow_lead')}</p>
      <p>
        <code class="site-address">{address}</code>
      </p>
      <ol class="site-steps">
        <li>{t('site_follow_install')}</li>
        <li>{t('site_follow_open')}</li>
        <li>{t('site_follow_paste')}</li>
      </ol>
      <h2>{t('site_follow_key')}</h2>
      <p>{t('site_follow_key_text')}</p>
      <h2>{t('site_follow_end')}</h2>
      <p>{t('site_follow_end_text')}</p>
    </>
  );
}
