/** Leaves out what tests should not judge: the wording of errors, which is for developers. */

/** @param {any} path of Babel. */
function shouldIgnore(path) {
  const isText = path.isStringLiteral() || path.isTemplateLiteral();
  if (!isText || !path.parentPath?.isNewExpression()) return undefined;
  return path.parentPath.node.callee.name?.endsWith('Error') ? 'the wording of an error' : undefined;
}

/** As `@stryker-mutator/api` declares a plugin. */
export const strykerPlugins = [{ kind: 'Ignore', name: 'messages', value: { shouldIgnore } }];
