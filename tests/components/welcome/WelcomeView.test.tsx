// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import type { ComponentProps } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import { AppearanceSection } from '../../../components/options/AppearanceSection';
import { ReadingSection } from '../../../components/options/ReadingSection';
import { WelcomeLoading, WelcomeView } from '../../../components/welcome/WelcomeView';
import { SETTINGS } from '../options/shown-settings';
import { InEnglish } from '../words';

afterEach(cleanup);

const isLocked = () => false;

function show(given: Partial<ComponentProps<typeof WelcomeView>> = {}) {
  const props: ComponentProps<typeof WelcomeView> = {
    settings: SETTINGS,
    isLocked,
    onSet: vi.fn(),
    onAccessLevel: vi.fn(async () => true),
    onAddRule: vi.fn(async () => null),
    sample: {
      text: '做强“科创中国”。',
      title: '一篇报道',
      mentions: [{ start: 3, end: 7, senses: [{ entry: 4, reason: { kind: 'form' } }] }],
    },
    renderCard: ({ start }) => <p>{`card at ${start}`}</p>,
    paint: vi.fn(),
    hasPanel: true,
    shortcuts: [],
    bulletinsHref: '/bulletin.html',
    problem: null,
    onOpenOptions: vi.fn(),
    onClose: vi.fn(),
    ...given,
  };
  render(
    <InEnglish>
      <WelcomeView {...props} />
    </InEnglish>,
  );
  return props;
}

it('the welcome page opens the card of a term in its passage, and paints the term under the pointer', () => {
  const { paint } = show();
  const term = screen.getByText('科创中国');
  fireEvent.pointerMove(term);
  expect(paint).toHaveBeenCalledWith([term], null, SETTINGS.marks);
  fireEvent.click(term);
  expect(screen.getByText('card at 3')).toBeTruthy();
});

it('the welcome page sets, leads on, and says why a change was not saved', () => {
  const props = show({ problem: 'Not saved.', sample: null });
  expect(screen.queryByText('科创中国')).toBeNull();
  fireEvent.click(screen.getByLabelText('Wavy'));
  expect(props.onSet).toHaveBeenCalledWith('marks.style', 'wavy');
  for (const button of screen.getAllByRole('button')) fireEvent.click(button);
  expect(props.onClose).toHaveBeenCalled();
  expect(props.onOpenOptions).toHaveBeenCalled();
  expect(screen.getByText('Not saved.').getAttribute('role')).toBe('alert');
});

it('the welcome page is busy until settings are read', () => {
  render(
    <InEnglish>
      <WelcomeLoading />
    </InEnglish>,
  );
  expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('true');
});

it('the options set each value of look and reading, and show a sample', () => {
  const onSet = vi.fn();
  const paint = vi.fn();
  const sample = [
    { text: '关于', isTerm: false },
    { text: '科协', isTerm: true },
  ];
  const change = { settings: SETTINGS, isLocked, onSet };
  render(
    <InEnglish>
      <AppearanceSection sample={sample} paint={paint} {...change} />
      <ReadingSection restMs={{ min: 50, max: 2000 }} hasPanel {...change} />
    </InEnglish>,
  );
  const term = screen.getByText('科协');
  fireEvent.pointerEnter(term);
  expect(paint).toHaveBeenLastCalledWith([term], term, SETTINGS.marks);
  fireEvent.pointerLeave(term);
  expect(paint).toHaveBeenLastCalledWith([term], null, SETTINGS.marks);
  for (const radio of screen.getAllByRole('radio')) fireEvent.click(radio);
  fireEvent.change(screen.getByRole('slider'), { target: { value: '500' } });
  const keys = new Set(onSet.mock.calls.map(([key]: unknown[]) => key));
  expect([...keys].sort()).toEqual([
    'card.opensBy',
    'card.restMs',
    'card.textSize',
    'density',
    'marks.colour',
    'marks.show',
    'marks.strength',
    'marks.style',
  ]);
  expect(onSet).toHaveBeenCalledWith('card.textSize', 'largest');
});
