// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { OwnTermsSection } from '../../../components/options/OwnTermsSection';
import type { ShownOwnTerm } from '../../../components/options/options-props';
import { InEnglish } from '../words';

afterEach(cleanup);

const KNOWN: ShownOwnTerm = { id: 'own-1', headword: '碳达峰', forms: [], definition: '释义' };
const DOUBLE = { message: '“碳達峰” is already in your term “碳达峰”.', double: KNOWN };

function show() {
  const onSave = vi.fn(async (_id: string | null, _term: object, isDoubleMeant: boolean) =>
    isDoubleMeant ? null : DOUBLE,
  );
  render(
    <InEnglish>
      <OwnTermsSection
        terms={[KNOWN]}
        limit="1,000"
        packsHref="/glossaries.html"
        requested={null}
        isLocked={false}
        onSave={onSave}
        onRemove={() => {}}
      />
    </InEnglish>,
  );
  return onSave;
}

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const type = (name: string, value: string) => fireEvent.input(field(name), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

async function saveDouble() {
  type('Term', '碳達峰');
  type('Definition', '另一个意思');
  fireEvent.submit(field('Term').form as HTMLFormElement); // It is in one.
  await screen.findByText(DOUBLE.message);
}

describe('a term of the reader’s own that there is already', () => {
  it('is reported before it is saved, and saved as another sense after a confirmation', async () => {
    const onSave = show();
    await saveDouble();
    expect(field('Definition').value).toBe('另一个意思');
    press('Save as another sense');
    await vi.waitFor(() => expect(field('Term').value).toBe(''));
    expect(onSave.mock.calls.map(([, , isDoubleMeant]) => isDoubleMeant)).toEqual([false, true]);
    expect(screen.queryByRole('button', { name: 'Save as another sense' })).toBeNull();
  });

  it('leads to the one there is', async () => {
    show();
    await saveDouble();
    press('Edit “碳达峰”');
    expect(field('Term').value).toBe('碳达峰');
    expect(screen.queryByText(DOUBLE.message)).toBeNull();
  });

  it('is reported again after another input', async () => {
    const onSave = show();
    await saveDouble();
    type('Term', '碳中和');
    expect(screen.queryByRole('button', { name: 'Save as another sense' })).toBeNull();
    expect(onSave).toHaveBeenCalledOnce();
  });
});

describe('a text that is too long', () => {
  it('stays in its field as it was pasted', () => {
    show();
    for (const name of ['Term', 'Definition']) {
      expect(field(name).hasAttribute('maxlength')).toBe(false);
      type(name, '字'.repeat(3000));
      expect(field(name).value).toHaveLength(3000);
    }
  });
});
