/** The background worker: registers handlers, computes nothing. State is in storage: the browser may end it at any time. */

import browser, { type Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { answer } from './answer';
import { injectIntoOpenTabs } from './inject';
import { createRateLimit } from './rate-limit';

export default defineBackground(() => {
  const isWithinRate = createRateLimit();
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    answer(message, sender, isWithinRate),
  );
  browser.runtime.onInstalled.addListener(() => {
    // Firefox does it by itself.
    if (import.meta.env.CHROME) void injectIntoOpenTabs();
  });
});
