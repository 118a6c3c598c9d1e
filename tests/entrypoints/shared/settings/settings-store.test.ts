import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pauseText } from '../../../../entrypoints/popup/pause';
import { NEW_PREFERENCES } from '../../../../entrypoints/shared/page/pack-marks';
import { MAX_CORRECTIONS } from '../../../../entrypoints/shared/settings/correction';
import {
  DEFAULT_PAGE_SETTINGS,
  PAGE_KEY,
  parsePageSettings,
} from '../../../../entrypoints/shared/settings/page-settings';
import { NO_POLICY, type Policy } from '../../../../entrypoints/shared/settings/policy';
import {
  DEFAULT_SETTINGS,
  elementValue,
  isValueOf,
  MAX_RULES,
  MAX_USER_TERMS,
} from '../../../../entrypoints/shared/settings/settings';
import { SettingsStore } from '../../../../entrypoints/shared/settings/settings-store';
import { scopeChange } from '../../../../entrypoints/shared/settings/site-change';
import { LATEST_MS } from '../../../../entrypoints/shared/settings/stored-record';
import { readStored } from '../../../../entrypoints/shared/settings/stored-settings';
import { amount } from '../../../long-runs';
import { FakeArea, oneByOne } from '../fake-area';
import { damagedState, SOUND_ITEMS } from './damaged-states';

function storeOver(local: FakeArea, { policy = NO_POLICY, nowMs = 1000 }: { policy?: Policy; nowMs?: number } = {}) {
  return new SettingsStore({ local, policy: async () => policy, nowMs: () => nowMs, inTurn: oneByOne() });
}

const CORRECTION_KEY = `correction/${'0'.repeat(16)}`;

/** The stored records, by setting key. */
function recordsIn(local: FakeArea): Record<string, { v: unknown; t: number }> {
  const records = Object.entries(local.items).filter(([item]) => item.startsWith('set/'));
  return Object.fromEntries(records.map(([item, record]) => [item.slice(4), record as { v: unknown; t: number }]));
}

describe('the settings store', () => {
  it('returns defaults if nothing was changed, and stores none', async () => {
    const local = new FakeArea();
    const { settings, isNewer, broken } = await storeOver(local).read();
    expect(settings).toEqual(DEFAULT_SETTINGS);
    expect({ isNewer, broken }).toEqual({ isNewer: false, broken: [] });
    expect(Object.keys(local.items)).toEqual([]);
  });

  it('bounds corrections, which can still be removed', async () => {
    const correction = { entry: 'bundled/cast', scope: 'page', text: '科协', start: 0, end: 2 } as const;
    const name = (at: number) => at.toString(16).padStart(16, '0');
    const stored = Array.from({ length: MAX_CORRECTIONS }, (_, at) => [
      `set/correction/${name(at)}`,
      { v: correction, t: 1, device: 'd' },
    ]);
    const store = storeOver(new FakeArea({ settingsVersion: 1, ...Object.fromEntries(stored) }));
    expect(await store.change(elementValue('correction', name(MAX_CORRECTIONS), correction))).toEqual({
      ok: false,
      error: { kind: 'too-many', of: 'corrections' },
    });
    expect(await store.change(elementValue('correction', name(0), null))).toEqual({ ok: true, value: null });
    expect((await store.read()).settings.corrections).toHaveLength(MAX_CORRECTIONS - 1);
  });

  it.each<[name: string, key: string, change: object, isGood: boolean]>([
    ['of a page', CORRECTION_KEY, {}, true],
    ['of a site', CORRECTION_KEY, { scope: 'site', site: 'a.cn' }, true],
    ['of a site that it does not name', CORRECTION_KEY, { scope: 'site' }, false],
    ['of a page with its site', CORRECTION_KEY, { site: 'a.cn' }, false],
    ['with an address', CORRECTION_KEY, { url: 'https://a.cn/b' }, false],
    ['with a place outside its sentence', CORRECTION_KEY, { end: 3 }, false],
    ['under another name', 'correction/a', {}, false],
  ])('knows a correction %s', (_name, key, change, isGood) => {
    expect(isValueOf(key, { entry: 'bundled/cast', scope: 'page', text: '科协', start: 0, end: 2, ...change })).toBe(
      isGood,
    );
  });

  it('stores changes and derived page settings in one call', async () => {
    const local = new FakeArea({ settingsVersion: 1 });
    const store = storeOver(local);
    const result = await store.change({
      'marks.style': 'wavy',
      density: 'page',
      ...elementValue('muted', 'bundled/cast', true),
    });
    expect(result).toEqual({ ok: true, value: null });
    expect(local.writes).toBe(1);
    expect(Object.keys(recordsIn(local)).sort()).toEqual(['density', 'marks.style', 'muted/bundled/cast']);
    const expected = { ...DEFAULT_PAGE_SETTINGS.marks, style: 'wavy' };
    expect((await store.read()).settings.marks).toEqual(expected);
    // The muted entries are the background's to write: their indexes depend on the packs.
    const { muted: _muted, ...page } = DEFAULT_PAGE_SETTINGS;
    expect(local.items[PAGE_KEY]).toEqual({ ...page, marks: expected, density: 'page' });
  });

  it('refuses terms beyond the limit without a change, and allows removals above it', async () => {
    const term = { headword: '术语', forms: [], definition: '释义' };
    const full = Object.fromEntries(
      Array.from({ length: MAX_USER_TERMS + 1 }, (_, i) => [`set/term/t${i}`, { v: term, t: 1, device: 'd' }]),
    );
    const local = new FakeArea({ settingsVersion: 1, ...full });
    const store = storeOver(local);
    const { userTerms, packs } = await store.read();
    expect([userTerms.length, packs[0]?.terms.length]).toEqual([MAX_USER_TERMS + 1, MAX_USER_TERMS]);
    const before = local.items;
    const added = await store.change({ 'marks.style': 'wavy', ...elementValue('term', 'new', term) });
    expect(added).toEqual({ ok: false, error: { kind: 'too-many', of: 'terms' } });
    expect(local.items).toEqual(before);
    const renamed = elementValue('term', 't1', { ...term, headword: '新名' });
    expect(await store.change({ ...renamed, ...elementValue('term', 't2', null) })).toMatchObject({ ok: true });
    expect((await store.read()).userTerms).toHaveLength(MAX_USER_TERMS);
    expect(await store.change(elementValue('term', 'new', term))).toMatchObject({ ok: false });
  });

  it('refuses rules beyond the limit without a change, and allows removals above it', async () => {
    const full = Object.fromEntries(
      Array.from({ length: MAX_RULES + 1 }, (_, i) => [`set/rule/h${i}.cn`, { v: false, t: 1, device: 'd' }]),
    );
    const local = new FakeArea({ settingsVersion: 1, ...full });
    const store = storeOver(local);
    const before = local.items;
    const tooMany = { ok: false, error: { kind: 'too-many', of: 'rules' } };
    expect(await store.change(elementValue('rule', 'new.cn', true))).toEqual(tooMany);
    expect(await store.setSiteEnabled('new.cn', false)).toEqual(tooMany);
    expect(local.items).toEqual(before);
    expect(await store.change(elementValue('rule', 'h0.cn', true))).toMatchObject({ ok: true });
    expect(await store.change(elementValue('rule', 'h1.cn', null))).toMatchObject({ ok: true });
    expect(await store.change(elementValue('rule', 'new.cn', true))).toEqual(tooMany);
  });

  it('keeps what is set of a pack, for pages by its segment', async () => {
    const term = { headword: '术语', forms: [], definition: '释义' };
    const green = { ...NEW_PREFERENCES, colour: 'green' } as const;
    const policyPack = { id: 'policy-a', title: '甲', kind: 'policy', terms: [{ id: 't', ...term }] } as const;
    const preset = new Map([['pack/policy-a', green]]);
    const policy = { ...NO_POLICY, packs: [policyPack], preset, locked: new Set(['pack/policy-a']) };
    const local = new FakeArea();
    const store = storeOver(local, { policy });
    const off = { ...NEW_PREFERENCES, isOn: false };
    await store.change({ ...elementValue('pack', 'bundled', off), ...elementValue('pack', 'user', green) });
    const pagePacks = () => parsePageSettings(local.items[PAGE_KEY], null).packs;
    // Without own terms there is no such pack.
    expect(pagePacks()).toEqual([
      { segment: 0, ...off },
      { segment: 2, ...green },
    ]);
    await store.change(elementValue('term', 'new', term));
    expect(pagePacks().map(({ segment }) => segment)).toEqual([0, 2, 1]);
    expect(await store.change(elementValue('pack', 'policy-a', off))).toEqual({ ok: false, error: { kind: 'locked' } });
    await store.change(elementValue('pack', 'bundled', NEW_PREFERENCES));
    expect(recordsIn(local)['pack/bundled']?.v).toBeNull();
    const places = { ...NEW_PREFERENCES, insideWords: [3] };
    expect(await store.change(elementValue('pack', 'user', places))).toMatchObject({ ok: false });
  });

  it('stores nothing for a default value, and removes a value that is undone', async () => {
    const local = new FakeArea();
    const store = storeOver(local);
    await store.change({ 'marks.style': 'dotted', pausedUntil: null, ...elementValue('rule', 'a.cn', null) });
    expect(recordsIn(local)).toEqual({});
    await store.change({ 'marks.style': 'solid' });
    await store.change({ 'marks.style': 'dotted' });
    expect(recordsIn(local)['marks.style']?.v).toBeNull();
    expect((await store.read()).settings).toEqual(DEFAULT_SETTINGS);
  });

  it('refuses an invalid value, and changes nothing', async () => {
    const local = new FakeArea();
    const store = storeOver(local);
    const bad = { 'marks.style': 'wavy', 'card.restMs': 1 } as const;
    expect(await store.change(bad)).toEqual({
      ok: false,
      error: { kind: 'fault', message: 'not a value of card.restMs' },
    });
    expect(recordsIn(local)).toEqual({});
  });

  it('dates a change after the previous one, even if the clock went back', async () => {
    const local = new FakeArea();
    await storeOver(local, { nowMs: 5_000_000 }).change({ badge: false });
    await storeOver(local, { nowMs: 10 }).change({ badge: true });
    expect(recordsIn(local).badge?.t).toBe(5_000_001);
    expect((await storeOver(local).read()).settings.badge).toBe(true);
  });

  it('keeps all of several concurrent changes', async () => {
    const local = new FakeArea();
    const store = storeOver(local);
    const entries = Array.from({ length: 40 }, (_, i) => `bundled/entry-${i}`);
    await Promise.all(entries.map((entry) => store.change(elementValue('muted', entry, true))));
    expect((await store.read()).settings.muted).toEqual(entries.sort());
  });

  it('turns a site off and on without leaving a rule', async () => {
    const store = storeOver(new FakeArea());
    await store.setSiteEnabled('a.cn:8080', false);
    expect((await store.read()).settings.sites.rules).toEqual([{ pattern: 'a.cn', isOn: false }]);
    await store.setSiteEnabled('a.cn:8080', true);
    expect((await store.read()).settings.sites.rules).toEqual([]);
  });

  it('keeps locked presets, and lets readers change the others', async () => {
    const policy: Policy = {
      ...NO_POLICY,
      preset: new Map<string, unknown>([
        ['density', 'page'],
        ['badge', false],
        ['rule/a.cn', false],
      ]),
      locked: new Set(['density', 'rule']),
    };
    const local = new FakeArea({ 'set/density': { v: 'section', t: 1, device: 'd' }, settingsVersion: 1 });
    const store = storeOver(local, { policy });
    expect(await store.change({ density: 'every' })).toEqual({ ok: false, error: { kind: 'locked' } });
    expect(await store.setSiteEnabled('a.cn', true)).toEqual({ ok: false, error: { kind: 'locked' } });
    expect(await store.change({ badge: true })).toEqual({ ok: true, value: null });
    const { settings, locked } = await store.read();
    expect(settings).toMatchObject({
      density: 'page',
      badge: true,
      sites: { rules: [{ pattern: 'a.cn', isOn: false }] },
    });
    expect(locked).toBe(policy.locked);
  });

  describe('a preset that is not locked', () => {
    const preset = new Map<string, unknown>([
      ['muted/bundled/cast', true],
      ['rule/a.cn', false],
      ['rule/b.cn', true],
    ]);
    const policy: Policy = { ...NO_POLICY, preset };
    const shown = async (store: SettingsStore) => {
      const { muted, sites } = (await store.read()).settings;
      return [...muted, ...sites.rules.map(({ pattern }) => pattern)];
    };

    it('is removed permanently, also in pages, and returns after an undo', async () => {
      const local = new FakeArea({ settingsVersion: 1 });
      const store = storeOver(local, { policy });
      expect(await store.change(elementValue('muted', 'bundled/cast', false))).toEqual({ ok: true, value: null });
      await store.change(elementValue('rule', 'a.cn', 'none'));
      expect(await shown(store)).toEqual(['b.cn']);
      expect(local.items[PAGE_KEY]).toMatchObject({
        sites: { rules: [{ pattern: 'b.cn', isOn: true }] },
      });
      const set = await store.values();
      await store.change({ ...elementValue('muted', 'bundled/cast', null), ...elementValue('rule', 'a.cn', null) });
      expect(await shown(store)).toEqual(['bundled/cast', 'a.cn', 'b.cn']);
      // Like an import.
      await store.change(set);
      expect(await shown(store)).toEqual(['b.cn']);
      // Elsewhere there is no such word, and nothing to be taken out.
      expect(await shown(storeOver(local))).toEqual([]);
    });

    it('is recorded as removed only while it is preset', async () => {
      const local = new FakeArea({ settingsVersion: 1 });
      const store = storeOver(local, { policy });
      await store.change({ ...elementValue('muted', 'bundled/sishi', false), ...elementValue('rule', 'c.cn', 'none') });
      await store.change({ ...elementValue('muted', 'bundled/cast', true), ...elementValue('rule', 'a.cn', false) });
      expect(recordsIn(local)).toEqual({});
    });

    it('turns no site on if only a click marks pages', async () => {
      const store = storeOver(new FakeArea(), { policy });
      await store.change(scopeChange((await store.read()).settings.sites, 'click'));
      expect(await shown(store)).toEqual(['bundled/cast', 'a.cn']);
      expect(await store.setSiteEnabled('b.cn', true)).toMatchObject({ ok: true });
      expect(await shown(store)).toEqual(['bundled/cast', 'a.cn', 'b.cn']);
    });
  });

  it('updates derived page settings only if they differ', async () => {
    const local = new FakeArea({ 'set/density': { v: 'section', t: 1, device: 'd' }, settingsVersion: 1 });
    await storeOver(local).refreshPage();
    expect(local.items[PAGE_KEY]).toMatchObject({ density: 'section' });
    const { writes } = local;
    await storeOver(local).refreshPage();
    expect(local.writes).toBe(writes);
  });
});

describe('T09: full storage', () => {
  it('is reported at each write, keeps its contents, and causes no retry', async () => {
    for (const act of [
      (store: SettingsStore) => store.change({ 'marks.style': 'wavy' }),
      (store: SettingsStore) => store.setSiteEnabled('a.cn', false),
      (store: SettingsStore) =>
        store.change(elementValue('term', 'x', { headword: '词语', forms: [], definition: '释义' })),
    ]) {
      const local = new FakeArea({ 'set/density': { v: 'page', t: 1, device: 'd' }, settingsVersion: 1 });
      local.failsAt = 1;
      const before = local.items;
      expect(await act(storeOver(local))).toEqual({ ok: false, error: { kind: 'full' } });
      expect(local.items).toEqual(before);
      expect(local.writes).toBe(1);
      expect((await storeOver(local).read()).settings.density).toBe('page');
    }
  });

  it('reads no item but those of the settings', async () => {
    const local = new FakeArea({ 'set/density': { v: 'page', t: 1, device: 'd' }, packsFinder: 'x'.repeat(1000) });
    const store = storeOver(local);
    expect((await store.read()).settings.density).toBe('page');
    await store.change({ density: 'section' });
    await store.refreshPage();
    expect(local.read).toContain('set/density');
    expect(local.read).not.toContain('packsFinder');
  });
});

describe('T10: corrupted storage', () => {
  it('is read with defaults in place of invalid items', async () => {
    const isAsItWas = (state: Record<string, unknown>, item: keyof typeof SOUND_ITEMS) =>
      JSON.stringify(state[item]) === JSON.stringify(SOUND_ITEMS[item]);
    await fc.assert(
      fc.asyncProperty(damagedState, async (state) => {
        const local = new FakeArea(state);
        const store = storeOver(local);
        const { settings, userTerms } = await store.read();
        if (isAsItWas(state, 'set/marks.style')) expect(settings.marks.style).toBe('wavy');
        if (isAsItWas(state, 'set/rule/a.cn'))
          expect(settings.sites.rules).toContainEqual({ pattern: 'a.cn', isOn: false });
        if (isAsItWas(state, 'set/term/x')) expect(userTerms).toMatchObject([{ headword: '词语' }]);
        const { pausedUntil } = settings;
        if (pausedUntil !== null) expect(() => pauseText(pausedUntil, 0, 'en')).not.toThrow();
        await store.quarantineBroken();
        const value = !settings.badge;
        expect(await store.change({ badge: value })).toEqual({ ok: true, value: null });
        expect((await store.read()).settings).toEqual({ ...settings, badge: value });
        expect(parsePageSettings(local.items.page, undefined)).toMatchObject({ marks: settings.marks });
      }),
      { numRuns: amount(200, 10_000) },
    );
  });

  it.each([[LATEST_MS], [LATEST_MS + 1], [Number.MAX_SAFE_INTEGER]])(
    'keeps a change that follows one said to be made at %d',
    async (t) => {
      const local = new FakeArea({ settingsVersion: 1, 'set/badge': { v: false, t, device: 'd' } });
      const store = storeOver(local);
      await store.change({ badge: false, density: 'page' });
      await store.quarantineBroken();
      for (const badge of [true, false, true]) {
        await store.change({ badge });
        expect((await store.read()).settings.badge).toBe(badge);
        expect(readStored(local.items).broken.size).toBe(0);
      }
    },
  );

  it.each<[stored: string, muted: string | null]>([
    ['x'.repeat(200), null],
    ['a b', null],
    ['cast', 'bundled/cast'],
    ['own/x', 'user/x'],
    ['preset/a-0123456789abcdef', 'policy-a/0123456789abcdef'],
    ['bundled/cast', 'bundled/cast'],
  ])('reads the stored muted entry %s as %s', async (stored, muted) => {
    const local = new FakeArea({ settingsVersion: 1, [`set/muted/${stored}`]: { v: true, t: 1, device: 'd' } });
    const { settings, broken } = await storeOver(local).read();
    expect([settings.muted, broken.length]).toEqual(muted === null ? [[], 1] : [[muted], 0]);
  });

  it('uses the later of two records that name the same entry as two versions did', async () => {
    const local = new FakeArea({ 'set/muted/cast': { v: true, t: 5, device: 'd' } });
    const store = storeOver(local);
    await store.change(elementValue('muted', 'bundled/cast', false));
    expect((await store.read()).settings.muted).toEqual([]);
    await store.change(elementValue('muted', 'bundled/cast', true));
    expect((await store.read()).settings.muted).toEqual(['bundled/cast']);
  });

  it('is quarantined once, even after interruptions, and removed on request', async () => {
    const local = new FakeArea({
      ...SOUND_ITEMS,
      settingsQuarantine: [],
      'set/density': { v: 'never', t: 1, device: 'd' },
      'set/odd': 'x',
    });
    const store = storeOver(local);
    const broken = [
      { item: 'set/density', value: { v: 'never', t: 1, device: 'd' } },
      { item: 'set/odd', value: 'x' },
    ];
    expect((await store.read()).broken).toEqual(broken);
    expect((await store.read()).settings.density).toBe('every');
    for (const failsAt of [1, 2, 3]) {
      local.failsAt = local.writes + failsAt;
      await store.quarantineBroken().catch(() => null);
      local.failsAt = Number.POSITIVE_INFINITY;
      expect((await store.read()).broken).toEqual(expect.arrayContaining(broken));
    }
    await store.quarantineBroken();
    expect(local.items).not.toHaveProperty(['set/odd']);
    await store.forgetBroken();
    expect((await store.read()).broken).toEqual([]);
  });
});

describe('T11: data of a newer version', () => {
  it('is read as far as it is understood, and kept completely', async () => {
    const newer = {
      settingsVersion: 2,
      'set/marks.style': { v: 'unknown', t: 5, device: 'd' },
      'set/marks.colour': { v: 'red', t: 5, device: 'd' },
      'set/sounds': { v: { volume: 3 }, t: 6, device: 'd' },
    };
    const local = new FakeArea(newer);
    const store = storeOver(local);
    const { settings, isNewer, broken } = await store.read();
    expect(settings.marks).toMatchObject({ style: 'dotted', colour: 'red' });
    expect({ isNewer, broken }).toEqual({ isNewer: true, broken: [] });
    await store.change({ density: 'page' });
    expect(local.items).toMatchObject(newer);
  });
});
