// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
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
        onAccessLevel={async (level) => {
          if (isFull) return setSites({ ...sites });
          const rules = level === 'click' ? sites.rules.filter(({ isOn }) => !isOn) : sites.rules;
          setSites({ base: level === 'all' ? 'on' : 'off', rules });
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

const LEVELS = ['On all sites', 'On chosen sites only', 'Only on a click'];
const levels = () => screen.getAllByRole<HTMLInputElement>('radio').map(({ checked }) => checked);
const choose = (level: number) => fireEvent.click(screen.getByLabelText(new RegExp(LEVELS[level] ?? '')));
const field = () => screen.getByLabelText<HTMLInputElement>('Site');
const type = (text: string) => {
  fireEvent.input(field(), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
};

describe('the access level', () => {
  it('keeps "chosen sites" selected while there is none, and offers to add one', async () => {
    render(<Kept start={{ base: 'on', rules: [] }} />);
    expect(levels()).toEqual([true, false, false]);
    expect(screen.queryByLabelText('Site')).toBe(null);
    choose(1);
    expect(levels()).toEqual([false, true, false]);
    screen.getByText(/No site is chosen yet/);
    type('news.cn');
    await screen.findByText('news.cn');
    expect(field().value).toBe('');
    choose(2);
    expect(levels()).toEqual([false, false, true]);
    expect(screen.queryByLabelText('Site')).toBe(null);
    choose(1);
    expect(levels()).toEqual([false, true, false]);
  });

  it('keeps "chosen sites" when the last site is removed', () => {
    const sites = { base: 'off' as const, rules: [{ pattern: 'a.cn', isOn: true }] };
    const view = (rules: Sites['rules']) => (
      <InEnglish>
        <AccessLevelChoice
          settings={{ ...SETTINGS, sites: { ...sites, rules } }}
          isLocked={() => false}
          onAccessLevel={async () => {}}
          onAddRule={async () => null}
        />
      </InEnglish>
    );
    const { rerender } = render(view(sites.rules));
    rerender(view([]));
    expect(levels()).toEqual([false, true, false]);
  });

  it.each<[Sites, level: number]>([
    [{ base: 'on', rules: [{ pattern: 'a.cn', isOn: true }] }, 0],
    [{ base: 'off', rules: [{ pattern: 'a.cn', isOn: true }] }, 1],
    [{ base: 'off', rules: [{ pattern: 'a.cn', isOn: false }] }, 2],
  ])('shows the level of %j', (start, level) => {
    render(<Kept start={start} />);
    expect(levels().indexOf(true)).toBe(level);
  });

  it('shows the saved level if a choice is not saved, and keeps the typed site', async () => {
    const { rerender } = render(<Kept start={{ base: 'on', rules: [] }} isFull />);
    choose(1);
    await waitFor(() => expect(levels()).toEqual([true, false, false]));
    rerender(<Kept key="off" start={{ base: 'off', rules: [{ pattern: 'a.cn', isOn: true }] }} isFull />);
    type('news.cn');
    await Promise.resolve();
    expect(field().value).toBe('news.cn');
  });

  it('shows a choice while it is being saved', async () => {
    let save = () => {};
    const saved = new Promise<void>((resolve) => {
      save = resolve;
    });
    render(
      <InEnglish>
        <AccessLevelChoice
          settings={{ ...SETTINGS, sites: { base: 'on', rules: [] } }}
          isLocked={() => false}
          onAccessLevel={() => saved}
          onAddRule={async () => null}
        />
      </InEnglish>,
    );
    choose(2);
    expect(levels()).toEqual([false, false, true]);
    await act(async () => save());
    expect(levels()).toEqual([true, false, false]);
  });

  it('offers no form if the organisation locks the rules', () => {
    render(<Kept start={{ base: 'off', rules: [] }} isLocked />);
    choose(1);
    expect(screen.queryByLabelText('Site')).toBe(null);
  });
});
