/** Lists the sources of a definition besides the bulletins. */
import type { Fact } from '../../glossary/pack/pack';
import { readerAddress } from '../../glossary/reader-address';
import { formatDate } from '../format';
import { useTranslate } from '../i18n';

/** A source without a safe address is a title; only https addresses become links. */
export function EntryFacts({ facts }: { facts: readonly Fact[] }) {
  const t = useTranslate();
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t('card_facts')}</h2>
      <ul class="facts">
        {facts.map((fact) => (
          <li key={`${fact.title} ${fact.date}`}>
            <FactTitle {...fact} />
            {fact.date !== null && <small> {formatDate(t, fact.date)}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function FactTitle({ title, url }: Fact) {
  const address = url === null ? null : readerAddress(url);
  if (!address) return <span lang="zh-Hans">{title}</span>;
  return (
    <>
      <a href={address.href} target="_blank" rel="noopener noreferrer" lang="zh-Hans">
        {title}
      </a>{' '}
      <small>{address.host}</small>
    </>
  );
}
