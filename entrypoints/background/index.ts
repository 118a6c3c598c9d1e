/** The background worker: registers handlers, computes nothing. State is in storage: the browser may end it at any time. */

import browser, { type Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { settingsStore, watchSettings } from '../shared/reader-settings';
import { answer } from './answer';
import { forwardCommands } from './commands';
import { injectIntoOpenTabs } from './inject';
import { createRateLimit } from './rate-limit';

export default defineBackground(() => {
  const isWithinRate = createRateLimit();
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    answer(message, sender, isWithinRate),
  );
  // What pages derive is written by whoever changes a setting; this is for what came from elsewhere.
  const refresh = () => void settingsStore.refreshPage().catch(() => null);
  watchSettings(refresh, new AbortController().signal);
  refresh();
  forwardCommands();
  browser.runtime.onInstalled.addListener(() => {
    // Firefox does it by itself.
    if (import.meta.env.CHROME) void injectIntoOpenTabs();
  });
});
