import { beforeEach, describe, expect, it, vi } from 'vitest';
import { noteUpdate, takeUpdateNote } from '../../../../entrypoints/shared/settings/update-note';
import { FakeArea } from '../fake-area';

const { area } = vi.hoisted(() => ({ area: { current: null as unknown } }));

vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      local: new Proxy({}, { get: (_none, name) => Reflect.get(area.current as object, name).bind(area.current) }),
    },
    runtime: { getManifest: () => ({ version: '1.2.0' }) },
  },
}));

beforeEach(() => {
  area.current = new FakeArea();
});

describe('the note of an update', () => {
  it('is shown once', async () => {
    await noteUpdate('1.1.0');
    expect(await takeUpdateNote()).toBe('1.2.0');
    expect(await takeUpdateNote()).toBeNull();
  });

  it('is shown if the previous version is unknown', async () => {
    await noteUpdate(undefined);
    expect(await takeUpdateNote()).toBe('1.2.0');
  });

  it('is not shown after a reload of the same version, or without an update', async () => {
    await noteUpdate('1.2.0');
    expect(await takeUpdateNote()).toBeNull();
  });

  it.each([[7], [null], [{}]])('is not shown if %j is stored', async (value) => {
    area.current = new FakeArea({ updatedTo: value });
    expect(await takeUpdateNote()).toBeNull();
  });
});
