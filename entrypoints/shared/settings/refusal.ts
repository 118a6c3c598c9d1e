/** Owns which refusals of a change have words of their own. */

/** In a private window nothing is kept; what an organisation locked stays; anything else may go well the next time. */
export function refusalOf(error: string): 'private' | 'locked' | 'failed' {
  return error === 'private' || error === 'locked' ? error : 'failed';
}
