/** A failure of set-up. The last line of its message is a sentence that says what is wrong and what to do. */
export class SetupError extends Error {}

const NO_NETWORK =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b|Failed to fetch|Could not resolve|Temporary failure resolving/;
const NO_SPACE = /\bENOSPC\b|no space left on device|don't have enough free space/i;

/** Whether the output of a command reports a network failure. @param {string} output */
export function reportsNoNetwork(output) {
  return NO_NETWORK.test(output);
}

/**
 * The error for a failed command, with the cause if the output contains it.
 * @param {string} output of the command.
 * @param {string} server the command downloads from.
 * @param {string} otherwise the sentence if the cause is neither the network nor the disk; it comes after the output.
 */
export function errorOf(output, server, otherwise) {
  if (NO_SPACE.test(output))
    return new SetupError('No space is left on the device: free about 2 GB, then run this command again.');
  if (reportsNoNetwork(output))
    return new SetupError(
      `${server} cannot be reached: connect to the network or correct the proxy settings, then run this command again.`,
    );
  return new SetupError(`${output.trim()}\n${otherwise}`);
}
