/** Routes of the book, in the fragment of its address. */
import { readEntryName } from '../../glossary/library/entry-name';
import { decodedText } from '../shared/page-paths';

/** A page of the book. */
export type Route =
  /** `print`: all entries with their definitions, in the same order. */
  | { name: 'index' | 'print'; by: 'pinyin' | 'category' | 'bulletin' }
  | { name: 'entry'; id: string }
  | { name: 'map'; id: string | null }
  | { name: 'timeline' }
  | { name: 'search'; query: string }
  | { name: 'unknown'; path: string };

/** Parses a fragment, with or without `#`. Never fails: other fragments are `unknown`. */
export function parseRoute(fragment: string): Route {
  const path = fragment.replace(/^#?\/?/, '');
  const [name = '', ...rest] = path.split('/');
  const argument = decodedText(rest.join('/'));
  switch (name) {
    case '':
      return { name: 'index', by: 'pinyin' };
    case 'pinyin':
    case 'category':
    case 'bulletin':
      return { name: 'index', by: name };
    case 'print':
      return { name: 'print', by: argument === 'category' || argument === 'bulletin' ? argument : 'pinyin' };
    case 'entry':
      return { name: 'entry', id: nameIn(argument) };
    case 'map':
      return { name: 'map', id: argument === '' ? null : nameIn(argument) };
    case 'timeline':
      return { name: 'timeline' };
    case 'search':
      return { name: 'search', query: argument };
    default:
      return { name: 'unknown', path: decodedText(path) };
  }
}

/** The fragment of a route. */
export function routeHref(route: Exclude<Route, { name: 'unknown' }>): string {
  switch (route.name) {
    case 'index':
      return `#/${route.by}`;
    case 'print':
      return `#/print/${route.by}`;
    case 'entry':
      return `#/entry/${encodedName(route.id)}`;
    case 'map':
      return route.id === null ? '#/map' : `#/map/${encodedName(route.id)}`;
    case 'search':
      return `#/search/${encodeURIComponent(route.query)}`;
    default:
      return `#/${route.name}`;
  }
}

/** The fragment of an entry's page. */
export const entryHref = (id: string): string => routeHref({ name: 'entry', id });
/** The fragment of the map. @param id the selected entry, or null. */
export const mapHref = (id: string | null): string => routeHref({ name: 'map', id });

/** The name of an entry, also of addresses of version 0.1.0; other text is unchanged. */
function nameIn(text: string): string {
  return readEntryName(text) ?? text;
}

/** The slash between pack and term stays readable. */
function encodedName(name: string): string {
  return name.split('/').map(encodeURIComponent).join('/');
}
