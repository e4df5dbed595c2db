import { jobsFor } from '#jobs/jobs.ts';
import { startSchedule } from '#jobs/schedule.ts';
import { createMailer } from '#jobs/smtp.ts';
import type { Context } from '#operations/context.ts';
import { createInvitation } from '#operations/invitation-create.ts';
import { listAccounts } from '#operations/reads/accounts.ts';
import { recordFault } from '#operations/reads/record-fault.ts';
import { localAddress, type Settings } from '#settings';
import { startServer } from '#web/http/server.ts';
import type { Command, Invocation } from './command.ts';
import { commandSettings, settingOptions } from './command-settings.ts';
import type { ExitName } from './exit-code.ts';
import { findFreePort } from './free-port.ts';
import { importSamples } from './samples-import.ts';
import { untilToldToStop } from './stop-signal.ts';
import type { Terminal } from './terminal.ts';

export const command: Command = {
  operands: null,
  options: settingOptions(),
  notes: ['cli.serve.note-settings', 'cli.serve.note-stop'],
  run: serve,
};

async function serve({ options, terminal, program }: Invocation): Promise<ExitName> {
  const settings = await withRealPort(commandSettings(options, terminal));
  const { context, close } = await program.openContext(settings);
  try {
    const fault = recordFault(context);
    if (fault) terminal.complain(`cli.serve.${fault}`);
    else await importSamples(context, terminal);
    const server = await startServer(context);
    await announce(context, terminal);
    warmUp(context);
    const mailer = createMailer(settings);
    const schedule = startSchedule(context, jobsFor({ mailer }));
    await untilToldToStop(() => terminal.say('cli.serve.stopping'), context.log);
    await server.close();
    await schedule.stop();
    mailer?.close();
    return 'done';
  } finally {
    await close();
  }
}

/** A thread takes half a second to load and learn the rules of reading: the first text of the day should not wait for it. */
function warmUp({ workers, log }: Context): void {
  const bytes = Buffer.from('A Title\n\nby A. Name\n\nA word.[1]\n\n[1] A note.\n');
  workers.run('readAndPack', { bytes, format: 'auto' }).catch((error) => log.debug({ err: error }, 'not warmed up'));
}

/** Port 0 means any free one: found before anything prints or stores an address with it. */
async function withRealPort(settings: Settings): Promise<Settings> {
  if (settings.port !== 0) return settings;
  const port = await findFreePort(settings.host);
  const isLocal = settings.publicUrl === localAddress(settings);
  return { ...settings, port, publicUrl: isLocal ? localAddress({ ...settings, port }) : settings.publicUrl };
}

/** The address, and while there is no administrator a link to become one. */
async function announce(context: Context, { say, output }: Terminal): Promise<void> {
  const { publicUrl, siteName, dataFolder } = context.settings;
  output.write('\n');
  say('cli.serve.address', { siteName, address: publicUrl });
  say('cli.serve.data', { dataFolder });
  const accounts = await listAccounts(context);
  if (!recordFault(context) && !accounts.some(({ role, disabled }) => role === 'administrator' && !disabled)) {
    const { token } = await createInvitation(context, { role: 'administrator' });
    say('cli.serve.claim', { link: `${publicUrl}/claim/${token}` });
  }
  output.write('\n');
}
