import { describe } from 'vitest';
import { launchChromium, launchFirefox } from '../../../tools/browser/driver';
import { prepareBrowser } from '../harness/browser-fixture';
import { describeLargePages } from './large-pages';

// In browsers of their own, because Chromium stops to answer for some frames after many other pages.
describe('in Chromium', () => describeLargePages(prepareBrowser(launchChromium)));
describe('in Firefox', () => describeLargePages(prepareBrowser(launchFirefox)));
