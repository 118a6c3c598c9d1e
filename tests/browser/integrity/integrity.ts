/** Tests that a page is the same for its reader and its scripts with and without the extension. */
import { describe } from 'vitest';
import type { Driver } from '../../../tools/browser/driver';
import { prepareBrowser } from '../harness/browser-fixture';
import { bundleApp } from './bundle';
import { editorScenes } from './editor-scenes';
import { frameworkScenes } from './framework-scenes';
import { describeNavigation } from './navigation';
import { PAGE_SCENES } from './page-scenes';
import { describePrint } from './print';
import { playScenes, rehearse } from './scene';

const [editors, react, preact] = await Promise.all(['editors', 'react', 'preact'].map(bundleApp));
const inEditors = editorScenes(editors ?? '');
const inFrameworks = frameworkScenes({ react: react ?? '', preact: preact ?? '' });

/** Registers the tests, in a browser of their own. */
export function describeIntegrity(launch: () => Promise<Driver>): void {
  let records = new Map<string, unknown>();
  const fixture = prepareBrowser(launch, async (bare) => {
    records = await rehearse([...PAGE_SCENES, ...inEditors, ...inFrameworks], bare);
  });
  describe('a page is the same with and without the extension:', () => {
    playScenes([...PAGE_SCENES, ...inEditors, ...inFrameworks], fixture, () => records);
  });
  describePrint(fixture);
  describeNavigation(fixture);
}
