/**
 * Owns reading a property where the page may have clobbered it: in Chromium a form's `<input name=parentNode>` hides
 * the property from us too, the prototype's getter does not.
 */

/**
 * The platform's own getter of `name`, to be called on what it is to be read of. Where it is read often, call it in a
 * function of its own: the engine then compiles it into its callers.
 * @throws if there is none.
 */
export function platformGetter<T, K extends keyof T>(prototype: T, name: K): (this: T) => T[K] {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new Error(`the platform has no getter for ${String(name)}`);
  return get as (this: T) => T[K]; // The platform's getter of that name.
}
