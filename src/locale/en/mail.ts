// What is sent by mail, and the pages its links lead to. A mail is plain text: one thing, one link.
export const mail = {
  'mail.confirm.subject': 'Is this your address? ({site})',
  'mail.confirm.text':
    'Somebody gave this address with a contribution to the forum of “{title}”. If it was you, open this page and confirm; you will then be told what becomes of it.',
  'mail.confirm.why':
    'If it was not you, do nothing: no more mail will come, and the address is forgotten. {site}, {publicUrl}',
  'mail.confirm-digest.subject': 'Is this your address? ({site})',
  'mail.confirm-digest.text':
    'A daily digest of the contributions that wait was asked for at this address. Open this page and confirm to receive it.',
  'mail.receipt.subject': 'Your contribution on “{title}”',
  'mail.receipt.text':
    'This is the private link to your contribution on “{title}”. On it you see whether it was validated, and you can change, withdraw or erase it. Whoever has the link can do so: keep it to yourself.',
  'mail.validated.subject': 'Validated: your contribution on “{title}”',
  'mail.validated.text': 'Your contribution on “{title}” was validated. It can be read here:',
  'mail.refused.subject': 'Not published: your contribution on “{title}”',
  'mail.refused.text': 'Your contribution on “{title}” was not published. The reason given: {reason}',
  'mail.withdrawn.subject': 'Withdrawn: your contribution on “{title}”',
  'mail.withdrawn.text':
    'Your contribution on “{title}” was taken back from the public page. The reason given: {reason}',
  'mail.reply.subject': 'An answer to your contribution on “{title}”',
  'mail.reply.text': 'Somebody answered your contribution on “{title}”. The answer was validated and can be read here:',
  'mail.digest.subject': { one: '{count} contribution waits ({site})', other: '{count} contributions wait ({site})' },
  'mail.digest.text': {
    one: '{count} contribution waits in the queue, received on {oldest}; likely spam: {spam}.',
    other: '{count} contributions wait in the queue, the oldest since {oldest}; likely spam: {spam}.',
  },
  'mail.why': 'Sent by {site}, {publicUrl}, because this address asked for it.',
  'mail.stop': 'No more of these: {link}',

  'mail-link.confirm.title': 'Confirm your address',
  'mail-link.confirm.lead':
    'Confirm that the address is yours and that you want to be told what becomes of your contribution.',
  'mail-link.confirm.act': 'Confirm',
  'mail-link.confirm.done': 'Your address is confirmed. The private link to your contribution is on its way to it.',
  'mail-link.stop.title': 'No more mail',
  'mail-link.stop.lead': 'Say that no more mail of this kind should come to your address.',
  'mail-link.stop.act': 'No more mail',
  'mail-link.stop.done': 'No more of it will be sent.',
  'mail-link.gone': 'This link was used already, or has expired.',

  'desk.digest': 'Daily digest',
  'desk.digest.lead': 'A mail a day, while contributions wait. The address is shown to nobody.',
  'desk.digest.email': 'E-mail address',
  'desk.digest.on': 'The digest is sent to {email}.',
  'desk.digest.unconfirmed': 'A mail was sent to {email}: the digest begins once the address is confirmed.',
  'desk.digest.start': 'Send me the digest',
  'desk.digest.stop': 'Stop the digest',
  'desk.digest.no-mail': 'This site sends no mail: STET_SMTP_URL is not set.',
} as const;
