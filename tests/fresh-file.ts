/**
 * Runs before each file of the unit tests. A worker runs many of them and keeps the packages it has loaded; our own
 * modules are evaluated again for each file, so that no file sees the state or the mocks of another.
 */
import { configure } from '@testing-library/preact';
import { afterAll, vi } from 'vitest';
import { WAIT_LIMIT_MS } from './waits';

vi.doUnmock('webextension-polyfill');
vi.resetModules();
configure({ asyncUtilTimeout: WAIT_LIMIT_MS });

afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
