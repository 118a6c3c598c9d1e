/** Assigns roles to the columns of a table by the names in its header. */
import { type Named, roleOfName } from './column-roles';
import type { Choices, ColumnRole } from './contract';

/** The roles and languages in a header; '' for a language that it does not name. */
export interface HeaderRoles {
  columns: readonly ColumnRole[];
  language: string;
  targetLanguage: string;
}

/** The roles by a header. Each kind of list names its headword differently; see `facts`. */
export function rolesOfHeader(
  names: readonly string[],
  choices: Pick<Choices, 'language' | 'targetLanguage'> = {},
): HeaderRoles {
  const named = names.map(roleOfName);
  const facts = factsOf(named, choices);
  const columns = named.map((name) => roleOf(name, facts));
  if (!columns.includes('headword')) {
    // The column that names the terms has a name of its own (“Item”): the first that says nothing else.
    const unnamed = named.indexOf(null);
    if (unnamed >= 0) columns[unnamed] = 'headword';
  }
  return { columns: onlyOnce(columns), language: facts.language, targetLanguage: facts.targetLanguage };
}

interface Facts {
  /** A column is named “term” or the like. */
  hasHeadword: boolean;
  /** Columns are named by language (MultiTerm, memoQ, Google's equivalent term sets), and one of them is the headword. */
  byLanguage: boolean;
  /** A column has definitions in the language of the headwords. */
  hasOwnDefinition: boolean;
  language: string;
  targetLanguage: string;
}

function factsOf(named: readonly Named[], choices: Pick<Choices, 'language' | 'targetLanguage'>): Facts {
  const languages = named.filter((name) => isLanguage(name)).map(({ language }) => language);
  const hasHeadword = named.includes('headword');
  const isPair = named.includes('source') && named.includes('translation');
  const isOnlyName = languages.length === 1 && !named.includes(null);
  const byLanguage = !hasHeadword && !isPair && (languages.length > 1 || isOnlyName);
  const language = choices.language ?? (byLanguage ? chooseSource(languages) : '');
  const others = languages.filter((found) => !byLanguage || !isOf(language, found));
  const targetLanguage = choices.targetLanguage ?? (named.includes('translation') ? '' : (others[0] ?? ''));
  const hasOwnDefinition = named.some((name) => isDefinition(name) && isOf(language, name.definitionIn));
  return { hasHeadword, byLanguage, hasOwnDefinition, language, targetLanguage };
}

function roleOf(name: Named, facts: Facts): ColumnRole {
  const { hasHeadword, byLanguage, hasOwnDefinition, language, targetLanguage } = facts;
  if (name === null) return 'ignore';
  if (name === 'source') return hasHeadword || byLanguage ? 'source-title' : 'headword';
  if (typeof name === 'string') return name;
  if (isDefinition(name)) return !hasOwnDefinition || isOf(language, name.definitionIn) ? 'definition' : 'ignore';
  if (byLanguage && isOf(language, name.language)) return 'headword';
  return isOf(targetLanguage, name.language) ? 'translation' : `equivalent:${name.language}`;
}

/** Whether a column's language is the one that is wanted, or differs in region or script only. */
function isOf(wanted: string, found: string): boolean {
  return found.split('-')[0] === wanted.split('-')[0];
}

function isLanguage(name: Named): name is { language: string } {
  return typeof name === 'object' && name !== null && 'language' in name;
}

function isDefinition(name: Named): name is { definitionIn: string } {
  return typeof name === 'object' && name !== null && 'definitionIn' in name;
}

/** Chinese if the list has it: readers of this glossary read Chinese pages. */
function chooseSource(languages: readonly string[]): string {
  return languages.find((language) => language.startsWith('zh')) ?? languages[0] ?? '';
}

/** Columns after the first headword that are headwords too hold further terms of the same thing. */
function onlyOnce(columns: readonly ColumnRole[]): ColumnRole[] {
  const first = columns.indexOf('headword');
  return columns.map((role, i) => (role === 'headword' && i > first ? 'forms' : role));
}
