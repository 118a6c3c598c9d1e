// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { SettingChoice } from '../../../components/options/SettingChoice';
import { InEnglish } from '../words';
import { SETTINGS } from './shown-settings';

afterEach(cleanup);

const show = (isBrief = false, isLocked = false, without: 'panel' | 'hover' | null = null) => {
  const onSet = vi.fn();
  render(
    <InEnglish>
      <SettingChoice
        setting="card.opensBy"
        isBrief={isBrief}
        without={without}
        settings={SETTINGS}
        isLocked={(key) => isLocked && key === 'card.opensBy'}
        onSet={onSet}
      />
    </InEnglish>,
  );
  return onSet;
};

it('selects the value of the setting, and sets another', () => {
  const onSet = show();
  expect(screen.getAllByRole<HTMLInputElement>('radio').map(({ checked }) => checked)).toEqual([
    true,
    false,
    false,
    false,
  ]);
  fireEvent.click(screen.getByLabelText(/^On click/));
  expect(onSet).toHaveBeenCalledWith('card.opensBy', 'click');
});

it('offers a value without effect in this browser only if it is the current one', () => {
  const offered = (without: 'panel' | 'hover') => {
    show(false, false, without);
    const offer = [/^On hover/, /^On click/, /^In the side panel/, /^Keyboard only/].map(
      (label) => screen.queryByLabelText(label) !== null,
    );
    cleanup();
    return offer;
  };
  expect(offered('panel')).toEqual([true, true, false, true]);
  expect(offered('hover')).toEqual([true, true, true, true]);
});

it('describes the values, unless it is brief', () => {
  show();
  expect(screen.getByText(/when the pointer rests/)).toBeTruthy();
  cleanup();
  show(true);
  expect(screen.queryByText(/when the pointer rests/)).toBeNull();
});

it('is disabled if the organisation locks the setting', () => {
  show(false, true);
  expect(screen.getByRole<HTMLFieldSetElement>('group').disabled).toBe(true);
  expect(screen.getByText('Set by your organisation')).toBeTruthy();
});
