/** The background worker: registers handlers, computes nothing. State is in storage: the browser may end it at any time. */
import browser, { type Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { settingsStore, watchSettings } from '../shared/settings/reader-settings';
import { noteUpdate } from '../shared/settings/update-note';
import { answer } from './answer';
import { applyBadgeSetting } from './badge';
import { showIcon } from './button-icon';
import { forwardCommands } from './commands';
import { followAccess } from './follow-access';
import { injectIntoOpenTabs } from './inject';
import { keepFollowed } from './keep-followed';
import { keepLanguage } from './keep-language';
import { keepPacks } from './keep-packs';
import { keepSettings } from './keep-settings';
import { listenToMenus, makeMenus } from './menus';
import { listenToOmnibox } from './omnibox';
import { answerPrivatePage } from './pack-tables';
import { createRateLimit } from './rate-limit';
import { whenEnabled } from './when-enabled';

export default defineBackground(() => {
  const isWithinRate = createRateLimit();
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: Runtime.MessageSender) =>
      answerPrivatePage(message, sender) ?? answer(message, sender, isWithinRate),
  );
  keepSettings();
  keepPacks();
  keepFollowed();
  keepLanguage();
  watchSettings(({ settings }) => {
    void applyBadgeSetting(settings.badge);
    void showIcon(settings.sites.base === 'on');
  }, new AbortController().signal);
  followAccess();
  forwardCommands();
  listenToMenus();
  listenToOmnibox();
  browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
    void makeMenus();
    // After an update no page opens; the popup shows a note.
    if (reason === 'update') void noteUpdate(previousVersion);
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
  const showUsualIcon = () =>
    settingsStore.read().then(
      ({ settings }) => showIcon(settings.sites.base === 'on'),
      () => null,
    );
  browser.runtime.onStartup.addListener(() => void showUsualIcon());
  void whenEnabled(() => {
    void showUsualIcon();
    // Firefox injects content scripts into open tabs by itself.
    if (import.meta.env.CHROME) void injectIntoOpenTabs();
  });
});
