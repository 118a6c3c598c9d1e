/** Owns how set-up fails: what is wrong, and what the person at the machine can do about it. */
export class SetupError extends Error {
  /** @param {string} message @param {string} advice */
  constructor(message, advice) {
    super(message);
    this.advice = advice;
  }
}
