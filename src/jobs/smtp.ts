import { createTransport } from 'nodemailer';
import type { OutgoingMail } from '#operations/mail-send.ts';
import type { Settings } from '#settings';

export interface Mailer {
  deliver(mail: OutgoingMail): Promise<void>;
  close(): void;
}

const TIMEOUT_MS = 20_000;

/** Mail by SMTP (RFC 5321), as STET_SMTP_URL says; null where none is set, and then no mail is sent. */
export function createMailer({ smtpUrl, mailFrom, publicUrl, siteName }: Settings): Mailer | null {
  if (!smtpUrl) return null;
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // A mail is words of ours and of strangers: nothing in it may make the sender read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const from = { name: siteName, address: mailFrom ?? `stet@${new URL(publicUrl).hostname}` };
  return {
    deliver: async ({ to, subject, text, stopLink }) => {
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        headers: {
          'Auto-Submitted': 'auto-generated',
          ...(stopLink && {
            'List-Unsubscribe': `<${stopLink}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
        },
      });
    },
    close: () => transport.close(),
  };
}
