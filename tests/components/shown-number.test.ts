import { expect, it } from 'vitest';
import type { Translate } from '../../components/i18n';
import { shownNumber } from '../../components/shown-number';
import english from '../../public/_locales/en/messages.json';
import simplified from '../../public/_locales/zh_CN/messages.json';
import traditional from '../../public/_locales/zh_TW/messages.json';

it.each([
  [0, '0'],
  [999, '999'],
  [1106, '1,106'],
  [1_000_000, '1,000,000'],
])('%d is written as each language writes it, and as the browser does where there are no words', (count, shown) => {
  for (const messages of [simplified, traditional, english]) {
    const t: Translate = (key) => messages[key].message;
    expect(shownNumber(t, count)).toBe(shown);
  }
  expect(shownNumber(() => '', count)).toBe(new Intl.NumberFormat().format(count));
});
