import { describe, expect, it } from 'vitest';
import { outsidePrivate } from '../../../../entrypoints/shared/settings/outside-private';
import { NO_POLICY } from '../../../../entrypoints/shared/settings/policy';
import { elementValue } from '../../../../entrypoints/shared/settings/settings';
import { SettingsStore } from '../../../../entrypoints/shared/settings/settings-store';
import { FakeArea, oneByOne } from '../fake-area';

function changesIn(window: 'private' | 'usual') {
  const local = new FakeArea({ settingsVersion: 1 });
  const store = new SettingsStore({ local, policy: async () => NO_POLICY, nowMs: () => 1000, inTurn: oneByOne() });
  return { local, store, changes: outsidePrivate(store, async () => window === 'private') };
}

describe('a change in an extension page', () => {
  it.each([
    ['of a setting', elementValue('muted', 'cast', true)],
    ['of the pause', { pausedUntil: 5000 }],
    ['back to the usual', { density: null }],
  ])('%s is refused in a private window, without a write', async (_name, values) => {
    const { local, changes } = changesIn('private');
    expect(await changes.change(values)).toEqual({ ok: false, error: { kind: 'private' } });
    expect(local.writes).toBe(0);
    expect(local.items).toEqual({ settingsVersion: 1 });
  });

  it('of a site is refused in a private window, and its name is not stored', async () => {
    const { local, changes } = changesIn('private');
    expect(await changes.setSiteEnabled('secret.example.cn', false)).toEqual({ ok: false, error: { kind: 'private' } });
    expect(JSON.stringify(local.items)).not.toContain('secret');
  });

  it('that removes unreadable items is refused in a private window', async () => {
    const { local, changes } = changesIn('private');
    await local.set({ settingsQuarantine: [{ item: 'set/x', value: 1 }] });
    expect(await changes.forgetBroken()).toEqual({ ok: false, error: { kind: 'private' } });
    expect(local.items).toHaveProperty('settingsQuarantine');
  });

  it('is saved in ordinary windows', async () => {
    const { store, changes } = changesIn('usual');
    expect(await changes.change({ density: 'page' })).toEqual({ ok: true, value: null });
    expect(await changes.setSiteEnabled('news.example.cn', false)).toEqual({ ok: true, value: null });
    const { settings } = await store.read();
    expect(settings.density).toBe('page');
    expect(settings.sites.rules).toEqual([{ pattern: 'news.example.cn', isOn: false }]);
  });
});
