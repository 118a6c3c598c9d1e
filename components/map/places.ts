/** Positions of entries and categories on the map. */
import type { Category } from '../../glossary/pack/vocabulary';

/** Position of an entry. */
export interface Place {
  id: string;
  category: Category;
  /** In units of the map: CSS px at scale 1. */
  x: number;
  y: number;
}

/** The ellipse around the entries of a category, in units of the map. */
export interface Region {
  category: Category;
  x: number;
  y: number;
  rx: number;
  ry: number;
}

/** Empty without entries. */
export interface MapLayout {
  places: Place[];
  regions: Region[];
}

/** The position of an entry; null for an unknown id, and for null. */
export function placeOf({ places }: MapLayout, id: string | null): Place | null {
  return places.find((place) => place.id === id) ?? null;
}
