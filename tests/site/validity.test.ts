import { expect, it } from 'vitest';
import { htmlFaults } from '../../tools/check/validate-html';
import { bundledFiles } from './contents';

const files = bundledFiles();
const KINDS = [
  '',
  'letter/',
  'category/',
  'source/',
  'entry/cast-10th/',
  'entry/words-157/',
  'bulletin/',
  'bulletin/cast-2021-06-11/',
  'map/',
  'timeline/',
  'search/',
  'follow/',
  'privacy/',
];

it('finds faults in a document', async () => {
  const faults = await htmlFaults(
    '<!doctype html>\n<html lang="en"><body><p id="a"><div id="a"></div></p></body></html>',
  );
  expect(faults).not.toEqual([]);
});

it.each(KINDS)('the page at “%s” is valid HTML', async (folder) => {
  expect(await htmlFaults(files.get(`en/${folder}index.html`) ?? '')).toEqual([]);
});

it('the page of unknown addresses is valid HTML', async () => {
  expect(await htmlFaults(files.get('404.html') ?? '')).toEqual([]);
});
