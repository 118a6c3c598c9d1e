/**
 * Runs before each file of the unit tests. A worker runs many of them and keeps the packages it has loaded; our own
 * modules are evaluated again for each file, so that no file sees the state or the mocks of another.
 */
import { afterAll, vi } from 'vitest';

vi.doUnmock('webextension-polyfill');
vi.resetModules();

afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
