/**
 * Owns reading a property where the page may have clobbered it: in Chromium a form's `<input name=parentNode>` hides
 * the property from us too, the prototype's getter does not.
 */

/** The platform's own getter of `name`. @throws if there is none. */
export function platformGetter<T, K extends keyof T>(prototype: T, name: K): (target: T) => T[K] {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new Error(`the platform has no getter for ${String(name)}`);
  return (target) => get.call(target) as T[K]; // The platform's getter of that name.
}
