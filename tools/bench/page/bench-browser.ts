/** A browser with the built extension for measurements on generated pages. Marking is off until `setMarking(true)`. */
import type { Page } from 'puppeteer-core';
import type { Driver } from '../../browser/driver';
import { storeSettings } from '../../browser/settings';
import { Tab } from './tab';

/** The caller closes `driver`. */
export class Bench {
  /** Forms that are marked in any context. */
  readonly forms: readonly string[];
  readonly driver: Driver;
  readonly origin: string;
  readonly #extensionPage: Page;

  private constructor(driver: Driver, origin: string, forms: readonly string[], extensionPage: Page) {
    this.driver = driver;
    this.origin = origin;
    this.forms = forms;
    this.#extensionPage = extensionPage;
  }

  /** Installs the extension in a running browser. @param origin of the server of the pages. */
  static async start(driver: Driver, origin: string, forms: readonly string[]): Promise<Bench> {
    await driver.install();
    const extensionPage = await driver.extensionPage();
    const bench = new Bench(driver, origin, forms, extensionPage);
    await bench.setMarking(false);
    return bench;
  }

  /** Turns marking on or off on all pages, by the stored setting. */
  async setMarking(isOn: boolean): Promise<void> {
    await storeSettings(this.#extensionPage, { 'sites.base': isOn ? 'on' : 'off' });
  }

  /** Opens a page in a tab of Chromium, unmarked; waits until it is idle. */
  async open(path: string): Promise<Tab> {
    await this.setMarking(false);
    return Tab.open(this.driver.browser, `${this.origin}/${path}`);
  }

  /** Closes a tab and turns marking off. */
  async close(tab: Tab): Promise<void> {
    await tab.close();
    await this.setMarking(false);
  }
}
