/** A page of the website, before it is written. */
import type { ComponentChild } from 'preact';
import type { Links } from './links';

/** A view that the script of the page replaces by an interactive one. */
export type LiveView = 'search' | 'map' | 'timeline';

/** Describes a page in terms of schema.org. @param address the absolute address of a folder; undefined if it is not known. */
export type LinkedData = (address: (folder: string) => string | undefined) => object;

/** A page in one language. */
export interface SitePage {
  /** From the root of its language: '' or `entry/x/`. */
  folder: string;
  title: string;
  /** For search engines and previews. */
  description: string;
  /** `book`: a page of the book; `wide`: with a picture; `bulletin`: with a frame of its own. */
  layout: 'book' | 'wide' | 'bulletin';
  view(links: Links): ComponentChild;
  live?: LiveView;
  linkedData?: LinkedData;
}
