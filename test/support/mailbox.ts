// A real SMTP server on this machine, keeping what it receives.
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly headers: ReadonlyMap<string, unknown>;
  /** As it came over the wire. */
  readonly raw: string;
}

export interface Mailbox {
  /** For STET_SMTP_URL. */
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** Answers 451 to everything until told otherwise. */
  refuse(refusing: boolean): void;
  close(): Promise<void>;
}

export async function startMailbox(): Promise<Mailbox> {
  const mails: ReceivedMail[] = [];
  let refusing = false;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: (_address, _session, callback) =>
      callback(refusing ? Object.assign(new Error('try again later'), { responseCode: 451 }) : null),
    onData: async (stream, session, callback) => {
      const raw = Buffer.concat(await stream.toArray());
      const parsed = await simpleParser(raw);
      mails.push({
        to: session.envelope.rcptTo.map(({ address }) => address).join(', '),
        from: parsed.from?.text ?? '',
        subject: parsed.subject ?? '',
        text: parsed.text ?? '',
        headers: parsed.headers,
        raw: raw.toString('utf8'),
      });
      callback();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: (now) => {
      refusing = now;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
