// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type ActionOutcome, CardActions } from '../../../components/card/CardActions';
import { InEnglish } from '../words';

afterEach(cleanup);

function show(outcome: ActionOutcome = 'done', isOwn = false) {
  const events = {
    onCopy: vi.fn(async () => outcome),
    onMute: vi.fn(async () => outcome),
    onDisableSite: vi.fn(async () => outcome),
    onOpenEntry: vi.fn(),
  };
  render(
    <InEnglish>
      <CardActions isOwn={isOwn} {...events} />
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
});
