// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { AccessLevelChoice } from '../../../components/options/AccessLevelChoice';
import type { ShownSettings } from '../../../components/options/options-props';
import { InEnglish } from '../words';
import { SETTINGS } from './shown-settings';

afterEach(cleanup);

type Sites = ShownSettings['sites'];

/** The choice over settings that are kept as the store keeps them, or not at all. */
function Kept({ start, isFull = false, isLocked = false }: { start: Sites; isFull?: boolean; isLocked?: boolean }) {
  const [sites, setSites] = useState(start);
  return (
    <InEnglish>
      <AccessLevelChoice
        settings={{ ...SETTINGS, sites }}
        isLocked={(key) => isLocked && key === 'rule'}
        onAccessLevel={(reach) => {
          if (isFull) return setSites({ ...sites });
          const rules = reach === 'click' ? sites.rules.filter(({ isOn }) => !isOn) : sites.rules;
          setSites({ base: reach === 'all' ? 'on' : 'off', rules });
        }}
        onAddRule={async (pattern, isOn) => {
          if (isFull) return '';
          setSites({ ...sites, rules: [...sites.rules, { pattern, isOn }] });
          return null;
        }}
      />
    </InEnglish>
  );
}

const RUNGS = ['On all sites', 'On chosen sites only', 'Only on a click'];
const rungs = () => screen.getAllByRole<HTMLInputElement>('radio').map(({ checked }) => checked);
const choose = (rung: number) => fireEvent.click(screen.getByLabelText(new RegExp(RUNGS[rung] ?? '')));
const field = () => screen.getByLabelText<HTMLInputElement>('Site');
const type = (text: string) => {
  fireEvent.input(field(), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
};

describe('the ladder', () => {
  it('stays on the rung that is chosen while no site is, and offers to name one', async () => {
    render(<Kept start={{ base: 'on', rules: [] }} />);
    expect(rungs()).toEqual([true, false, false]);
    expect(screen.queryByLabelText('Site')).toBe(null);
    choose(1);
    expect(rungs()).toEqual([false, true, false]);
    screen.getByText(/No site is chosen yet/);
    type('news.cn');
    await screen.findByText('news.cn');
    expect(field().value).toBe('');
    choose(2);
    expect(rungs()).toEqual([false, false, true]);
    expect(screen.queryByLabelText('Site')).toBe(null);
    choose(1);
    expect(rungs()).toEqual([false, true, false]);
  });

  it('stays there when the last site goes', () => {
    const sites = { base: 'off' as const, rules: [{ pattern: 'a.cn', isOn: true }] };
    const view = (rules: Sites['rules']) => (
      <InEnglish>
        <AccessLevelChoice
          settings={{ ...SETTINGS, sites: { ...sites, rules } }}
          isLocked={() => false}
          onAccessLevel={() => {}}
          onAddRule={async () => null}
        />
      </InEnglish>
    );
    const { rerender } = render(view(sites.rules));
    rerender(view([]));
    expect(rungs()).toEqual([false, true, false]);
  });

  it.each<[Sites, rung: number]>([
    [{ base: 'on', rules: [{ pattern: 'a.cn', isOn: true }] }, 0],
    [{ base: 'off', rules: [{ pattern: 'a.cn', isOn: true }] }, 1],
    [{ base: 'off', rules: [{ pattern: 'a.cn', isOn: false }] }, 2],
  ])('shows of %j what it does', (start, rung) => {
    render(<Kept start={start} />);
    expect(rungs().indexOf(true)).toBe(rung);
  });

  it('shows what holds where the choice could not be kept, and leaves the site typed', async () => {
    const { rerender } = render(<Kept start={{ base: 'on', rules: [] }} isFull />);
    choose(1);
    expect(rungs()).toEqual([true, false, false]);
    rerender(<Kept key="off" start={{ base: 'off', rules: [{ pattern: 'a.cn', isOn: true }] }} isFull />);
    type('news.cn');
    await Promise.resolve();
    expect(field().value).toBe('news.cn');
  });

  it('offers no rule to whom the organisation allows none', () => {
    render(<Kept start={{ base: 'off', rules: [] }} isLocked />);
    choose(1);
    expect(screen.queryByLabelText('Site')).toBe(null);
  });
});
