// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type ActionOutcome, CardActions } from '../../../components/card/CardActions';
import { InEnglish } from '../words';

afterEach(cleanup);

function show(outcome: ActionOutcome = 'done', isOwn = false, isOfMark = true) {
  const events = {
    onCopy: vi.fn(async () => outcome),
    onMute: vi.fn(async () => outcome),
    onNotMeant: vi.fn(async () => outcome),
    onReport: vi.fn(async () => outcome),
    onDisableSite: vi.fn(async () => outcome),
    onOpenEntry: vi.fn(),
  };
  render(
    <InEnglish>
      <CardActions isOwn={isOwn} isOfMark={isOfMark} {...events} />
    </InEnglish>,
  );
  return events;
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('the actions of a card', () => {
  it('report success', async () => {
    show();
    press('Copy citation');
    expect((await screen.findByText('Copied.')).getAttribute('role')).toBe('status');
  });

  it('copy a reference in the format that is chosen', async () => {
    const { onCopy } = show();
    press('Cite the source…');
    press('BibTeX');
    expect(await screen.findByText('Copied.')).toBeTruthy();
    expect(onCopy.mock.calls.map(([style]: unknown[]) => style)).toEqual(['bibtex']);
  });

  it.each([
    ['failed', 'That didn’t work. Please try again.'],
    ['private', 'Settings can’t be saved in a private window.'],
    ['covered', /^Not done, to prevent an accidental click/],
  ] as const)('report why nothing was done: %s', async (outcome, words) => {
    show(outcome);
    press('Mute this term');
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('lead from a term of the reader’s own to the options', () => {
    const { onOpenEntry } = show('done', true);
    expect(screen.queryByRole('button', { name: 'Open in glossary' })).toBeNull();
    press('Edit in the options');
    expect(onOpenEntry).toHaveBeenCalledOnce();
  });

  it('undo muting', async () => {
    const { onMute } = show();
    press('Mute this term');
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('This term is marked again.')).toBeTruthy();
    expect(onMute.mock.calls.map(([isMuted]: unknown[]) => isMuted)).toEqual([true, false]);
  });

  it('switch a site off only after a confirmation', async () => {
    const { onDisableSite } = show();
    press('Turn off on this site');
    expect(onDisableSite).not.toHaveBeenCalled();
    press('Cancel');
    expect(screen.queryByRole('button', { name: 'Turn off' })).toBeNull();
    press('Turn off on this site');
    press('Turn off');
    expect(onDisableSite).toHaveBeenCalledOnce();
    expect(await screen.findByText('Turned off on this site.')).toBeTruthy();
  });

  it.each([
    ['on this page', 'page', 'No longer marked on this page until it is reloaded.'],
    ['on this site', 'site', 'No longer marked on this site.'],
    ['everywhere', 'everywhere', 'No longer marked anywhere.'],
  ])('ask where a mark is not meant, undo that, and offer a report: %s', async (name, scope, words) => {
    const { onNotMeant, onReport } = show();
    press('Not meant here');
    expect(onNotMeant).not.toHaveBeenCalled();
    press(name);
    expect(await screen.findByText(words)).toBeTruthy();
    press('Report it…');
    press('Undo');
    expect(await screen.findByText('This term is marked again.')).toBeTruthy();
    const calls: unknown[][] = onNotMeant.mock.calls;
    expect(calls.map((call) => call.slice(0, 2))).toEqual([
      [scope, true],
      [scope, false],
    ]);
    expect((onReport.mock.calls as unknown[][]).map(([kind]) => kind)).toEqual(['not-meant']);
  });

  it('say that no more corrections can be stored', async () => {
    show('full');
    press('Not meant here');
    press('everywhere');
    expect(await screen.findByText(/^No more corrections can be stored/)).toBeTruthy();
  });

  it('open a report, and say where that is refused', async () => {
    const { onReport } = show('private');
    press('Something is wrong');
    expect(await screen.findByText('Settings can’t be saved in a private window.')).toBeTruthy();
    expect(onReport.mock.calls.map(([kind]: unknown[]) => kind)).toEqual(['wrong']);
  });

  it.each<[name: string, isOwn: boolean, isOfMark: boolean, notMeant: number, wrong: number]>([
    ['a term of the reader’s own has no editors', true, true, 1, 0],
    ['a card in a card explains no mark of the page', false, false, 0, 0],
  ])('%s', (_name, isOwn, isOfMark, notMeant, wrong) => {
    show('done', isOwn, isOfMark);
    expect(screen.queryAllByRole('button', { name: 'Not meant here' })).toHaveLength(notMeant);
    expect(screen.queryAllByRole('button', { name: 'Something is wrong' })).toHaveLength(wrong);
  });
});
