// @vitest-environment happy-dom
import finderData from 'virtual:pangzhu/finder';
import pack from 'virtual:pangzhu/pack';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { BulletinList } from '../../components/BulletinList';
import { BulletinView } from '../../components/BulletinView';
import { findInBulletin } from '../../glossary/find/bulletin-mentions';
import { createFinder } from '../../glossary/find/finder';
import { InEnglish } from './words';

afterEach(cleanup);

const finder = createFinder(finderData);

const [first] = pack.bulletins;
if (!first) throw new Error('the pack has no bulletin');

function show(current: string | null, bulletin = first) {
  return render(
    <InEnglish>
      {bulletin && (
        <BulletinView
          bulletin={bulletin}
          current={current}
          mentions={findInBulletin(finder, bulletin)}
          renderCard={(mention) => <p>card of {pack.entries[mention.senses[0].entry]?.id}</p>}
        />
      )}
    </InEnglish>,
  );
}

describe('a bulletin', () => {
  it('has every sentence under its address, in order', () => {
    const { container } = show(null);
    const passages = [...container.querySelectorAll('.passage')];
    expect(passages.map(({ id }) => id)).toEqual(first.paragraphs.flat().map(({ id }) => id));
    expect(passages[0]?.textContent).toContain(first.paragraphs[0]?.[0]?.text);
    expect(screen.getByRole('link', { name: 'Paragraph 1, sentence 1' }).getAttribute('href')).toBe('#p1s1');
  });

  it('shows the passage asked for, and only that', () => {
    const { container } = show('p2s1');
    expect([...container.querySelectorAll('.is-current')].map(({ id }) => id)).toEqual(['p2s1']);
  });

  it('shows who signed when that was asked for', () => {
    const { container } = show('signature');
    expect(container.querySelector('.is-current')?.textContent).toContain(first.signer);
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('says so when there is no such passage, and shows the text all the same', () => {
    const { container } = show('p99s1');
    expect(screen.getByRole('status').textContent).toContain('p99s1');
    expect(container.querySelectorAll('.passage').length).toBeGreaterThan(5);
  });

  it('says who signed it and when, that its title is the editors’, and that its address is not known', () => {
    const { container } = show(null);
    expect(container.textContent).toContain(first.signer);
    expect(container.querySelector('time')?.dateTime).toBe(first.date);
    expect(container.textContent).toContain('the editors gave it this one');
    expect(container.textContent).toContain('Original address: not known');
  });

  it('marks every term of the glossary in its own text, and explains one by pointer or keyboard', () => {
    const { container } = show(null);
    const terms = [...container.querySelectorAll('.term')];
    const marked = new Set(terms.map((term) => term.textContent));
    for (const term of ['科协十大', '五大任务', '科普中国', '科创中国', '智汇中国', '“3+1”试点改革']) {
      expect([...marked].some((text) => text?.includes(term.replace(/[“”]/g, '')) || text?.includes(term))).toBe(true);
    }
    const term = screen.getAllByRole('button', { name: '科创中国' })[0];
    if (term) fireEvent.keyDown(term, { key: 'Enter' });
    expect(screen.getByRole('dialog', { hidden: true }).textContent).toBe('card of kechuang-china');
  });

  it('is the same text with its terms marked', () => {
    const { container } = show(null);
    const shown = [...container.querySelectorAll('.passage')].map((passage) => passage.textContent?.replace(/§$/, ''));
    expect(shown).toEqual(first.paragraphs.flat().map(({ text }) => text));
  });

  it('links to the original where it is known', () => {
    show(null, { ...first, originalUrl: 'https://example.org/a' });
    expect(screen.getByRole('link', { name: 'Original address' }).getAttribute('href')).toBe('https://example.org/a');
  });
});

describe('the list of bulletins', () => {
  it('links to each, and names the one that is not there', () => {
    render(
      <InEnglish>
        <BulletinList bulletins={pack.bulletins} unknownId="nowhere" href={(id) => `?id=${id}`} />
      </InEnglish>,
    );
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(
      pack.bulletins.map(({ id }) => `?id=${id}`),
    );
    expect(screen.getByRole('alert').textContent).toContain('nowhere');
  });
});
