/** Links to the groups of an index, each with its number of entries. */
import { formatNumber } from '../../components/format';
import { useTranslate } from '../../components/i18n';
import { groupAddress, type IndexPlan } from '../index-plan';
import type { Links } from '../links';

/** In the order of the index. */
export function FirstPages({ plan, links }: { plan: IndexPlan; links: Links }) {
  const t = useTranslate();
  return (
    <ul class={plan.folder === 'letter/' ? 'site-groups is-letters' : 'site-groups'}>
      {plan.groups.map((group) => (
        <li key={group.key}>
          <a href={links.page(groupAddress(plan, group))}>{group.label}</a>{' '}
          <small>{formatNumber(t, group.entries.length)}</small>
        </li>
      ))}
    </ul>
  );
}
