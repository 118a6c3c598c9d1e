// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { DataSection } from '../../../components/options/DataSection';
import { OptionsView } from '../../../components/options/OptionsView';
import { OwnTermsSection } from '../../../components/options/OwnTermsSection';
import { SitesSection } from '../../../components/options/SitesSection';
import { MutedSection } from '../../../components/options/TermsSections';
import type { PlainTerm } from '../../../glossary/pack/plain-term';
import { InEnglish } from '../words';
import { SETTINGS } from './shown-settings';

afterEach(cleanup);

const show = (view: ComponentChild) => render(<InEnglish>{view}</InEnglish>);
const button = (name: string) => screen.getByRole('button', { name });
const press = (name: string) => {
  button(name).focus();
  fireEvent.click(button(name));
};
const focused = () => {
  const { activeElement } = document;
  return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent;
};

function OwnTerms() {
  const [terms, setTerms] = useState<PlainTerm[]>(
    ['甲词', '乙词', '丙词'].map((headword, i) => ({ id: `own-${i}`, headword, forms: [], definition: '释义' })),
  );
  return (
    <OwnTermsSection
      terms={terms}
      limit="1,000"
      packsHref="/glossaries.html"
      requested={null}
      isLocked={false}
      onSave={async (id, term) => {
        if (term.headword === '') return { message: 'a fault', double: null };
        setTerms((before) => before.map((one) => (one.id === id ? { id, ...term } : one)));
        return null;
      }}
      onRemove={(id) => setTerms((before) => before.filter((one) => one.id !== id))}
    />
  );
}

describe('the focus among the reader’s own terms', () => {
  const field = () => screen.getByLabelText<HTMLInputElement>('Term');

  it.each(['Cancel', 'Save changes'])('goes from a line to the form, and back with “%s”', async (way) => {
    show(<OwnTerms />);
    press('Edit 乙词');
    expect(document.activeElement).toBe(field());
    expect(field().value).toBe('乙词');
    // As after scrolling it out of view.
    press('Edit 乙词');
    expect(document.activeElement).toBe(field());
    press(way);
    await screen.findByRole('button', { name: 'Add the term' });
    expect(focused()).toBe('Edit 乙词');
  });

  it('stays in the form if the term was not saved', async () => {
    show(<OwnTerms />);
    press('Edit 乙词');
    fireEvent.input(field(), { target: { value: '' } });
    press('Save changes');
    await screen.findByText('a fault');
    expect(focused()).toBe('Save changes');
  });

  it('goes to the next line after a removal, then to the previous one, then to the heading', () => {
    show(<OwnTerms />);
    press('Remove 乙词');
    expect(focused()).toBe('Remove 丙词');
    press('Remove 丙词');
    expect(focused()).toBe('Remove 甲词');
    press('Remove 甲词');
    expect(focused()).toBe('Your own terms');
  });
});

it('goes to the next muted term, unless the reader moved it meanwhile', () => {
  function Muted() {
    const [muted, setMuted] = useState(['a', 'b', 'c']);
    return (
      <>
        <input aria-label="elsewhere" />
        <MutedSection
          muted={muted.map((id) => ({ id, headword: null }))}
          isLocked={false}
          onUnmute={(id) => setMuted((before) => before.filter((one) => one !== id))}
        />
      </>
    );
  }
  show(<Muted />);
  press('Unmute a');
  expect(focused()).toBe('Unmute b');
  const unmute = button('Unmute b');
  screen.getByLabelText('elsewhere').focus();
  fireEvent.click(unmute);
  expect(focused()).toBe('elsewhere');
});

it('goes to the next rule, and to the heading after the last', () => {
  function Sites() {
    const [rules, setRules] = useState([
      { pattern: 'a.cn', isOn: false },
      { pattern: 'b.cn', isOn: true },
    ]);
    return (
      <SitesSection
        settings={{ ...SETTINGS, sites: { base: 'on', rules } }}
        isLocked={() => false}
        access="unknown"
        onAccessLevel={async () => {}}
        onAddRule={async () => null}
        onSetRule={(pattern) => setRules((before) => before.filter((rule) => rule.pattern !== pattern))}
        onAskAccess={() => {}}
        onShowAccess={() => {}}
        onExportRules={() => {}}
        onImportRules={() => {}}
      />
    );
  }
  show(<Sites />);
  press('Remove the rule for a.cn');
  expect(focused()).toBe('Remove the rule for b.cn');
  press('Remove the rule for b.cn');
  expect(focused()).toBe('Site rules');
});

it('goes to “Cancel” in the confirmation of a reset, and back, also by Esc', () => {
  let resets = 0;
  const nothing = () => {};
  show(
    <DataSection
      syncProblem={null}
      brokenItems={0}
      onExport={nothing}
      onImport={nothing}
      onReset={() => resets++}
      onExportBroken={nothing}
      onForgetBroken={nothing}
    />,
  );
  const ask = () => press('Reset settings and delete your terms');
  for (const leave of [
    () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' }),
    () => press('Cancel'),
    () => press('Reset settings and delete your terms'),
  ]) {
    ask();
    expect(focused()).toBe('Cancel');
    leave();
    expect(screen.queryByRole('alertdialog')).toBe(null);
    expect(focused()).toBe('Reset settings and delete your terms');
  }
  expect(resets).toBe(1);
});

it('returns from “Undo” to the changed control', () => {
  const nothing = () => {};
  show(
    <OptionsView
      feedback={{ kind: 'done', text: 'Saved', canUndo: true }}
      isNewer={false}
      policyFaults={[]}
      hasPacks={false}
      hasCorrections={false}
      onUndo={nothing}
    >
      <button type="button">a control</button>
    </OptionsView>,
  );
  button('a control').focus();
  press('Undo');
  expect(focused()).toBe('a control');
});
