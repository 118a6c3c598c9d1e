/** English messages for refused rows and files, and for changed values. */
import type { FaultCode, FileFault, Place, Reason, ReasonCode } from '../exchange/contract';

const REASONS: Record<ReasonCode, string> = {
  'no-headword': 'has no headword',
  'nothing-to-show': 'has nothing but a headword',
  'headword-too-long': 'the headword is too long',
  'form-too-long': 'a form is too long',
  'too-many-forms': 'has too many forms',
  'too-many-equivalents': 'has too many equivalents',
  'text-too-long': 'a text is too long',
  'line-too-long': 'the line is too long',
  'unreadable-characters': 'has characters that were lost: is the encoding right?',
  'quote-not-closed': 'a quotation mark is not closed, or stands inside a cell without being doubled',
  'formula-without-value': 'a formula has no value: open the file in a spreadsheet and save it',
  'error-value': 'a cell shows an error',
  'not-this-format': 'is no line of this format',
  'wrong-shape': 'is no term of this format',
  'too-many-cells': 'has more cells than the table has columns: is a separator inside a term?',
  'wrong-status': 'the status is unknown and was left out',
  'too-many-terms': 'is beyond the number of terms that a pack may have',
  'not-https': 'the address does not begin with https: and was left out',
  'not-a-date': 'the date is no year, month or day and was left out',
  'not-a-language': 'the language is unknown and its equivalent was left out',
  'controls-removed': 'control or invisible characters were removed',
  'markup-kept-as-text': 'markup is kept as text',
  'merged-cell-repeated': 'the value of merged cells is repeated in each row',
  'media-dropped': 'pictures and sounds are left out',
};

const FAULTS: Record<FaultCode, string> = {
  empty: 'the file is empty',
  'too-large': 'the file is too large',
  'unknown-format': 'the format is unknown; name it with --from',
  'import-only': 'the format is read, not written',
  'old-xls': 'this is a workbook of Excel 97 to 2003: save it as .xlsx or .csv',
  mdx: 'MDict dictionaries (.mdx) are not read: convert the file with PyGlossary to CSV, or to Yomitan',
  stardict: 'StarDict dictionaries are not read: convert the .ifo file with PyGlossary to CSV, or to Yomitan',
  gzip: 'the file is packed with gzip: unpack it first',
  html: 'this is a web page: was a sign-in page saved in place of the list?',
  'zip-broken': 'the archive is broken',
  'zip-encrypted': 'the archive has a password',
  'zip-too-large': 'the archive would unpack to too much',
  'no-sheet': 'the workbook has no such sheet',
  'xml-broken': 'the XML is broken',
  'xml-doctype': 'the document type declares entities, which are not read',
  'xml-too-deep': 'the XML is too deep',
  'json-broken': 'the JSON is broken',
  'wrong-format': 'the file is not of this format',
  'wrong-version': 'this version of the format is not read',
  'unreadable-file': 'the file cannot be read',
  cancelled: 'cancelled',
};

/** `FILE:12 B: message (value)`. */
export function sayReason(file: string, place: Place, { code, value }: Reason): string {
  return `${sayPlace(file, place)}: ${withValue(REASONS[code], value)}`;
}

/** As `sayReason`, of a fault of the whole file. */
export function sayFault(file: string, { code, value, place }: FileFault): string {
  return `${place ? sayPlace(file, place) : file}: ${withValue(FAULTS[code], value)}`;
}

function sayPlace(file: string, { line, where }: Place): string {
  return [line === null ? file : `${file}:${line}`, where].filter(Boolean).join(' ');
}

/** Values may contain line ends and control sequences of terminals. */
function withValue(message: string, value: string): string {
  const shown = value.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return shown === '' ? message : `${message} (${shown})`;
}
