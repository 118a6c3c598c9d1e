/** Owns what must hold between entries, and between entries and bulletins. Each check adds problems; none stops the others. */
import type { FormSource, RelationType } from './entry-schema';
import { foldForm } from './fold';
import type { Bulletin } from './pack';
import type { Problem } from './problem';
import type { EntryFiles } from './read-entries';

type Entries = EntryFiles['entries'];

const INVERSE: Record<RelationType, RelationType> = {
  'part-of': 'has-part',
  'has-part': 'part-of',
  'organised-by': 'organises',
  organises: 'organised-by',
  'see-also': 'see-also',
  contrast: 'contrast',
};

/** The forms of an entry with their rules, the headword first. A form with the headword's spelling replaces it. */
export function formsOf(entry: { headword: string; forms?: (string | FormSource)[] | undefined }): FormSource[] {
  const forms = (entry.forms ?? []).map((form) => (typeof form === 'string' ? { text: form } : form));
  const headword = foldForm(entry.headword);
  const ruled = forms.find((form) => foldForm(form.text) === headword);
  return [ruled ?? { text: entry.headword }, ...forms.filter((form) => form !== ruled)];
}

/** All problems between the parts; empty if they fit together. */
export function checkEntries({ entries, blockers }: EntryFiles, bulletins: readonly Bulletin[]): Problem[] {
  return [
    ...checkIds(entries),
    ...checkForms(entries, blockers),
    ...checkEvidence(entries, bulletins),
    ...checkReferences(entries),
  ];
}

function checkIds(entries: Entries): Problem[] {
  const first = new Map<string, Entries[number]>();
  const problems: Problem[] = [];
  for (const entry of entries) {
    const { id } = entry.value;
    const other = first.get(id);
    if (!other) first.set(id, entry);
    else {
      problems.push({
        file: entry.file,
        line: entry.lineOf(['id']),
        message: `the id "${id}" is taken by glossary/${other.file}:${other.lineOf(['id'])}`,
        advice: 'Give one of the two another id.',
      });
    }
  }
  return problems;
}

/** A form without any condition says: wherever this stands, it is this entry. Only one entry can say so. */
function isConditional(form: FormSource): boolean {
  return Boolean(form.needs || form.unless || form.quoted || form.exactCase || form.notBefore || form.notAfter);
}

function checkForms(entries: Entries, blockers: EntryFiles['blockers']): Problem[] {
  const problems: Problem[] = [];
  const users = new Map<string, { entry: Entries[number]; form: FormSource; line: number }[]>();
  for (const entry of entries) {
    const own = new Set<string>();
    for (const form of formsOf(entry.value)) {
      const index = (entry.value.forms ?? []).findIndex((item) => item === form.text || item === form);
      const line = entry.lineOf(index < 0 ? ['headword'] : ['forms', index]);
      const folded = foldForm(form.text);
      if (folded.length === 0 || own.has(folded)) {
        const fault = folded ? `the form “${form.text}” is there twice` : `the form “${form.text}” has no letter`;
        problems.push({
          file: entry.file,
          line,
          message: fault,
          advice: 'Leave it out: quotes, width and Traditional spellings are found by themselves.',
        });
        continue;
      }
      own.add(folded);
      users.set(folded, [...(users.get(folded) ?? []), { entry, form, line }]);
    }
  }
  for (const [folded, uses] of users) {
    const unconditional = uses.filter(({ form }) => !isConditional(form));
    const [first, second] = uses;
    if (first && second && unconditional.length > 1) {
      problems.push({
        file: second.entry.file,
        line: second.line,
        message: `the form “${second.form.text}” is also a form of "${first.entry.value.id}" (glossary/${first.entry.file}:${first.line})`,
        advice: 'Declare with needs, unless or another rule which sense is meant where.',
      });
    }
    const blocker = blockers.find((item) => foldForm(item.value.text) === folded);
    if (blocker && first) {
      problems.push({
        file: blocker.file,
        line: blocker.lineOf(['text']),
        message: `the blocker “${blocker.value.text}” is a form of "${first.entry.value.id}"`,
        advice: 'A blocker is a longer, different thing: lengthen it or remove it.',
      });
    }
  }
  return problems;
}

function checkEvidence(entries: Entries, bulletins: readonly Bulletin[]): Problem[] {
  const problems: Problem[] = [];
  for (const entry of entries) {
    entry.value.evidence.forEach(({ bulletin: id, passage: passageId, quote }, i) => {
      const add = (key: string, message: string, advice: string) =>
        problems.push({
          file: entry.file,
          line: entry.lineOf(['evidence', i, key]),
          message: `entry "${entry.value.id}": ${message}`,
          advice,
        });
      const bulletin = bulletins.find((item) => item.id === id);
      const passages = bulletin?.paragraphs.flat() ?? [];
      const passage = passages.find((item) => item.id === passageId);
      if (!bulletin)
        add('bulletin', `there is no bulletin "${id}"`, `There are: ${bulletins.map((item) => item.id).join(', ')}.`);
      else if (!passage) add('passage', `bulletin "${id}" has no passage ${passageId}`, 'Look it up in the edition.');
      else if (!passage.text.includes(quote)) {
        const elsewhere = passages.find((item) => item.text.includes(quote));
        add(
          'quote',
          `the quotation “${quote}” is not in ${id} ${passageId}`,
          elsewhere ? `It stands in ${elsewhere.id}.` : 'Copy it from the edition, to the character.',
        );
      } else if (!locateTerm(entry.value, quote)) {
        add(
          'quote',
          `the quotation “${quote}” holds no form of the entry`,
          'Quote a part that names it, or add the form it uses.',
        );
      }
    });
  }
  return problems;
}

function checkReferences(entries: Entries): Problem[] {
  const problems: Problem[] = [];
  const byId = new Map(entries.map((entry) => [entry.value.id, entry]));
  for (const entry of entries) {
    const { id, relations = [], forms = [] } = entry.value;
    relations.forEach(({ type, target }, i) => {
      const place = { file: entry.file, line: entry.lineOf(['relations', i]) };
      const other = byId.get(target);
      if (!other || target === id) {
        problems.push({
          ...place,
          message: `entry "${id}": there is no other entry "${target}"`,
          advice: 'Correct the id or leave the relation out.',
        });
      } else if (!other.value.relations?.some((back) => back.target === id && back.type === INVERSE[type])) {
        problems.push({
          ...place,
          message: `entry "${id}" is ${type} "${target}", but not the other way round`,
          advice: `Add “type: ${INVERSE[type]}, target: ${id}” to "${target}".`,
        });
      }
    });
    forms.forEach((form, i) => {
      const wanted = typeof form === 'string' ? [] : (form.needs?.entries ?? []);
      for (const target of wanted.filter((item) => !byId.has(item) || item === id)) {
        problems.push({
          file: entry.file,
          line: entry.lineOf(['forms', i, 'needs', 'entries']),
          message: `entry "${id}": there is no other entry "${target}"`,
          advice: 'Name another entry that must be mentioned on the page.',
        });
      }
    });
  }
  return problems;
}

/** Where the longest form of the entry stands in `quote`, quotation marks in between included; null if none does. */
export function locateTerm(
  entry: { headword: string; forms?: (string | FormSource)[] | undefined },
  quote: string,
): [start: number, end: number] | null {
  const units = Array.from({ length: quote.length }, (_, at) => ({ at, folded: foldForm(quote.charAt(at)) })).filter(
    (unit) => unit.folded,
  );
  const haystack = units.map((unit) => unit.folded).join('');
  const forms = formsOf(entry)
    .map((form) => foldForm(form.text))
    .sort((a, b) => b.length - a.length);
  for (const form of forms) {
    const at = haystack.indexOf(form);
    const first = units[at];
    const last = units[at + form.length - 1];
    if (at >= 0 && first && last) return [first.at, last.at + 1];
  }
  return null;
}
