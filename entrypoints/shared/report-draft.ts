/**
 * The draft of a report to the editors of a pack, from the card to the page that shows it. It is in `storage.session`, which
 * the browser keeps in memory, because addresses are kept in the history.
 */
import * as v from 'valibot';
import { ENTRY_NAME } from '../../glossary/library/entry-name';
import { quoteSchema } from './settings/correction';

/** In storage.session: the last draft. */
export const REPORT_KEY = 'report';

/** `not-meant`: the mark does not mean its entry. `wrong`: something of the entry is wrong. */
export const REPORT_KINDS = ['not-meant', 'wrong'] as const;

export const reportKind = v.picklist(REPORT_KINDS);
/** Why the place was recognised, as a sentence of the card; null for its spelling alone. */
export const reportReason = v.nullable(v.pipe(v.string(), v.maxLength(400)));

const draftSchema = v.strictObject({
  /** Random; in the address of the page. */
  id: v.string(),
  kind: reportKind,
  entry: v.pipe(v.string(), v.regex(ENTRY_NAME)),
  quote: quoteSchema,
  reason: reportReason,
  /** As `siteOf`: the address is in no report. */
  site: v.nullable(v.string()),
});

export type ReportDraft = v.InferOutput<typeof draftSchema>;

/** The stored draft of an id; null if another one replaced it, or the browser was restarted. */
export function parseDraft(stored: unknown, id: string | null): ReportDraft | null {
  const parsed = v.safeParse(draftSchema, stored);
  return parsed.success && parsed.output.id === id ? parsed.output : null;
}
