/** A report to the editors of a pack: shown whole, then copied or sent by the reader. The page sends nothing by itself. */
import { useState } from 'preact/hooks';
import type { EditorsAddress } from '../../glossary/reader-address';
import { visibleText } from '../../glossary/visible-text';
import { useTranslate } from '../i18n';
import { type Report, reportSubject, reportText } from './report-text';

interface Props {
  /** Null for a report that is no longer there. */
  report: Report | null;
  /** Where the pack wants reports; null if it does not say. */
  contact: EditorsAddress | null;
  /** Rejects if the browser refuses the clipboard. */
  copy(text: string): Promise<void>;
}

/** In UTF-16 units: programs for letters cut long addresses. */
const MAX_REMARK = 300;

/** The reader can take the sentence out, and add a remark. */
export function ReportView({ report, contact, copy }: Props) {
  const t = useTranslate();
  const [hasSentence, setHasSentence] = useState(true);
  const [remark, setRemark] = useState('');
  if (!report) {
    return (
      <main class="report">
        <h1>{t('report_title')}</h1>
        <p role="alert">{t('report_gone')}</p>
      </main>
    );
  }
  const text = reportText(t, report, { hasSentence, remark });
  return (
    <main class="report">
      <h1>{t('report_title')}</h1>
      <p>{t('report_lead', visibleText(report.pack.title))}</p>
      <label class="report-choice">
        <input
          type="checkbox"
          checked={hasSentence}
          onChange={(event) => setHasSentence(event.currentTarget.checked)}
        />
        <span>{t('report_with_sentence')}</span>
      </label>
      <label class="report-remark">
        <span>{t('report_remark')}</span>
        <textarea
          rows={3}
          maxLength={MAX_REMARK}
          value={remark}
          onInput={(event) => setRemark(event.currentTarget.value)}
        />
      </label>
      <h2>{t('report_whole')}</h2>
      <pre>{visibleText(text)}</pre>
      <ReportActions text={text} subject={reportSubject(t, report)} contact={contact} copy={copy} />
    </main>
  );
}

interface ActionProps extends Pick<Props, 'contact' | 'copy'> {
  text: string;
  subject: string;
}

function ReportActions({ text, subject, contact, copy }: ActionProps) {
  const t = useTranslate();
  const [status, setStatus] = useState('');
  const run = () =>
    copy(text).then(
      () => setStatus(t('copy_done')),
      () => setStatus(t('copy_failed')),
    );
  const letter = contact && `${contact.href}?subject=${encoded(subject)}&body=${encoded(text)}`;
  return (
    <>
      <p class="report-actions">
        {contact?.kind === 'mail' && letter && <a href={letter}>{t('report_write', contact.shown)}</a>}
        <button type="button" onClick={() => void run()}>
          {t('report_copy')}
        </button>
        {contact?.kind === 'page' && (
          <a href={contact.href} target="_blank" rel="noopener noreferrer">
            {t('report_open_page', contact.shown)}
          </a>
        )}
        <span role="status">{status}</span>
      </p>
      <p class="report-note">{t(contact ? `report_by_${contact.kind}` : 'report_by_nothing')}</p>
    </>
  );
}

/** Line ends as letters have them. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed().replaceAll('\n', '\r\n'));
}
