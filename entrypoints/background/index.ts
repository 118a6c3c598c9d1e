/** The background worker: registers handlers, computes nothing. State is in storage: the browser may end it at any time. */

import browser, { type Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { watchSettings } from '../shared/settings/reader-settings';
import { noteUpdate } from '../shared/settings/update-note';
import { answer } from './answer';
import { obeyBadgeSetting } from './badge';
import { forwardCommands } from './commands';
import { followAccess } from './follow-access';
import { injectIntoOpenTabs } from './inject';
import { keepLanguage } from './keep-language';
import { keepPacks } from './keep-packs';
import { keepSettings } from './keep-settings';
import { listenToMenus, makeMenus } from './menus';
import { listenToOmnibox } from './omnibox';
import { createRateLimit } from './rate-limit';
import { whenSwitchedOn } from './when-switched-on';

export default defineBackground(() => {
  const isWithinRate = createRateLimit();
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    answer(message, sender, isWithinRate),
  );
  keepSettings();
  keepPacks();
  keepLanguage();
  watchSettings(({ settings }) => {
    void obeyBadgeSetting(settings.badge);
  }, new AbortController().signal);
  followAccess();
  forwardCommands();
  listenToMenus();
  listenToOmnibox();
  browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
    void makeMenus();
    // Nothing opens after an update: the popup has a line.
    if (reason === 'update') void noteUpdate(previousVersion);
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
  // Firefox does it by itself.
  if (import.meta.env.CHROME) void whenSwitchedOn(() => void injectIntoOpenTabs());
});
