/**
 * Runs `npm run glossary`. Adds the command `publish`, which renders the website from `components/`; `glossary/` must not
 * import those.
 */
import { namedCommands } from '../../glossary/cli/commands';
import { publishCommand } from '../../glossary/cli/publish/publish';
import { runProcess } from '../../glossary/cli/run-process';

const publish = publishCommand({
  now: () => new Date(),
  writeSite: async () => (await import('../../site/write-site')).writeSite,
});

await runProcess(namedCommands({ publish }));
