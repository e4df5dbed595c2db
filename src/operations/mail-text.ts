import type { MailContent } from '#domain/mail.ts';
import { type Language, type MessageKey, translate, type Values } from '#locale/translate.ts';
import type { Settings } from '#settings';

export interface WrittenMail {
  readonly subject: string;
  readonly text: string;
}

/** A mail as plain text: what happened, one link, why it was sent, how to have no more of them. */
export function writeMail(
  content: MailContent,
  {
    settings,
    language,
    stopLink,
  }: { readonly settings: Settings; readonly language: Language; readonly stopLink: string | null },
): WrittenMail {
  const { siteName: site, publicUrl } = settings;
  const values: Values = { site, ...wordsOf(content, language) };
  const say = (part: 'subject' | 'text') =>
    translate(language, `mail.${content.kind}.${part}` satisfies MessageKey, values);
  const link = linkOf(content);
  const paragraphs = [
    say('text'),
    link && `${publicUrl}${link}`,
    translate(language, 'token' in content ? 'mail.confirm.why' : 'mail.why', { site, publicUrl }),
    stopLink && translate(language, 'mail.stop', { link: stopLink }),
  ];
  return { subject: oneLine(say('subject')), text: `${paragraphs.filter(Boolean).join('\n\n')}\n` };
}

function wordsOf(content: MailContent, language: Language): Values {
  if (content.kind === 'digest') {
    const { waiting, spam, oldestAt } = content;
    const oldest =
      oldestAt === null
        ? '–'
        : new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(oldestAt));
    return { count: waiting, spam, oldest };
  }
  return {
    ...('title' in content && { title: content.title }),
    ...('reason' in content && { reason: content.reason }),
  };
}

function linkOf(content: MailContent): string | null {
  if ('token' in content) return `/mail/${content.token}`;
  if (content.kind === 'receipt') return `/receipt/${content.receipt}`;
  if (content.kind === 'digest') return '/desk/queue';
  return 'path' in content ? content.path : null;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
