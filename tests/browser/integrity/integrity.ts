/** Owns that a page is, to its reader and its scripts, as it would be without us. */
import { describe } from 'vitest';
import type { Driver } from '../../../tools/browser/driver';
import { prepareStage } from '../harness/stage';
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

export function describeIntegrity(launch: () => Promise<Driver>): void {
  let records = new Map<string, unknown>();
  const stage = prepareStage(launch, async (bare) => {
    records = await rehearse([...PAGE_SCENES, ...inEditors, ...inFrameworks], bare);
  });
  describe('with us and without us are the same:', () => {
    playScenes([...PAGE_SCENES, ...inEditors, ...inFrameworks], stage, () => records);
  });
  describePrint(stage);
  describeNavigation(stage);
}
