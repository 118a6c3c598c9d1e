/** Owns a date in a text: as readers see it, and as machines read it. */
import { useTranslate } from './i18n';
import { shownDate } from './shown-date';

/** @param date as ISO: a year, a month or a day. */
export function ShownDate({ date }: { date: string }) {
  return <time dateTime={date}>{shownDate(useTranslate(), date)}</time>;
}
