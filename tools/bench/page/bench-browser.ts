/** Owns a browser with the built extension, switched off until asked, and the made pages. */
import type { Page } from 'puppeteer-core';
import type { Driver } from '../../browser/driver';
import { Tab } from './tab';

export class Bench {
  /** Forms that are marked wherever they stand. */
  readonly forms: readonly string[];
  readonly driver: Driver;
  readonly origin: string;
  readonly #backstage: Page;

  private constructor(driver: Driver, origin: string, forms: readonly string[], backstage: Page) {
    this.driver = driver;
    this.origin = origin;
    this.forms = forms;
    this.#backstage = backstage;
  }

  static async start(driver: Driver, origin: string, forms: readonly string[]): Promise<Bench> {
    await driver.install();
    const backstage = await driver.openExtensionPage('bulletin.html');
    const bench = new Bench(driver, origin, forms, backstage);
    await bench.turn(false);
    return bench;
  }

  /** Marks all pages, or none. */
  async turn(isOn: boolean): Promise<void> {
    await this.#backstage.evaluate(
      async (base) => {
        type Api = { storage: { local: { set(items: object): Promise<void> } } };
        const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api }; // A page of the extension has one.
        await (browser ?? chrome)?.storage.local.set({ page: { v: 1, sites: { base, rules: [] } } });
      },
      isOn ? 'on' : 'off',
    );
  }

  /** A tab of Chromium at a made page, at rest and not marked. */
  async open(path: string): Promise<Tab> {
    await this.turn(false);
    return Tab.open(this.driver.browser, `${this.origin}/${path}`);
  }

  async close(tab: Tab): Promise<void> {
    await tab.close();
    await this.turn(false);
  }
}
