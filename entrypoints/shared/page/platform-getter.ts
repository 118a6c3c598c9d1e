/**
 * Reads properties that the page may have clobbered: in Chromium a form's `<input name=parentNode>` hides the property
 * from content scripts too, but not the prototype's getter.
 */

/**
 * The platform's own getter of `name`: call it on the object to be read. Wrap it in a function where it is called often:
 * the JavaScript engine then inlines it.
 * @throws if there is none.
 */
export function platformGetter<T, K extends keyof T>(prototype: T, name: K): (this: T) => T[K] {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new Error(`the platform has no getter for ${String(name)}`);
  return get as (this: T) => T[K]; // The platform's getter of that name.
}
