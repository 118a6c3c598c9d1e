/** The text of a report to the editors of a pack. */
import type { Quote } from '../../glossary/formats/sentence-around';
import type { Translate } from '../i18n';

/** A report, as the card says it. */
export interface Report {
  kind: 'not-meant' | 'wrong';
  /** Name and headword of the entry; its name twice if it is no longer there. */
  entry: string;
  headword: string;
  quote: Quote;
  /** A sentence; null where the spelling alone decides. */
  reason: string | null;
  /** The host; null for a page without one. */
  site: string | null;
  /** Title and revision of the pack. */
  pack: { title: string; revision: string };
  /** Of the extension. */
  version: string;
}

/** The reader's choices for the text. */
export interface ReportChoices {
  /** Whether the sentence is left in. */
  hasSentence: boolean;
  /** May be empty. */
  remark: string;
}

/** The subject of a letter. */
export function reportSubject(t: Translate, { kind, headword }: Report): string {
  return t(kind === 'wrong' ? 'report_subject_wrong' : 'report_subject_not_meant', headword);
}

/** All that the report says, a line for each fact. The form is in it even without the sentence. */
export function reportText(t: Translate, report: Report, { hasSentence, remark }: ReportChoices): string {
  const { entry, headword, quote, reason, site, pack, version } = report;
  const lines = [
    reportSubject(t, report),
    t('report_term', headword, entry),
    t('report_form', quote.text.slice(quote.start, quote.end)),
    ...(hasSentence ? [t('report_sentence', quote.text)] : []),
    ...(site === null ? [] : [t('report_site', site)]),
    t('report_reason', reason ?? t('reason_form')),
    t('report_versions', version, pack.title, pack.revision),
    ...(remark.trim() === '' ? [] : [t('report_remark_line', remark.trim())]),
  ];
  return `${lines.join('\n')}\n`;
}
