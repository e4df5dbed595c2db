export const mistakes = {
  // Accounts and signing in.
  'mistake.access-label': 'Say what it is for, in {count} characters at most.',
  'mistake.webhook-url':
    'This is not an address a webhook can have: it begins with https:// or http:// and holds no password.',
  'mistake.email': 'This is not an e-mail address: it needs a name, @ and a host.',
  'mistake.name-missing': 'Give a name.',
  'mistake.name-long': 'The name is too long: {count} characters at most.',
  'mistake.name-characters': 'The name holds characters that cannot be seen. Type it again.',
  'mistake.name-taken': 'There is already an account named {name}.',
  'mistake.password-short': 'The password is too short: {count} characters at least.',
  'mistake.password-long': 'The password is too long: {count} characters at most.',
  'mistake.password-easy': 'This password is too easy to guess: it is little more than the name or one repeated sign.',
  'mistake.password-wrong': 'This is not the current password.',
  'mistake.sign-in': 'The name or the password is not right.',
  'mistake.sign-in-wait': {
    one: 'Too many attempts. Try again in one second.',
    other: 'Too many attempts. Try again in {count} seconds.',
  },
  'mistake.last-administrator': 'This is the last administrator: make another one first.',
  // Texts.
  'mistake.file-empty': 'The file is empty.',
  'mistake.file-not-text': 'This is not a text file: it could not be read.',
  'mistake.file-too-large':
    'The file is larger than what is taken here. Cut it in parts, or raise the limit (STET_UPLOAD_LIMIT).',
  'mistake.text-takes-too-long': 'This text takes too long to work through. Cut it in parts.',
  'mistake.text-too-big': 'This text is too much for the memory set aside for one text. Cut it in parts.',
  'mistake.text-empty': 'There is no text yet.',
  'mistake.text-withdrawn': 'This text is withdrawn: restore it first.',
  'mistake.title-missing': 'The title is missing.',
  'mistake.reading-unconfirmed': 'The guesses of this reading have not been confirmed yet.',
  'mistake.reason-missing': 'Say why, in a few words: the reason is public.',
  'mistake.reason-long': 'The reason is too long: {count} characters at most.',
  'mistake.ground-missing': 'Choose the ground.',
  'mistake.slug-form':
    'An address is made of lower-case letters without accents, digits and single hyphens, {count} characters at most: for instance {suggestion}',
  'mistake.slug-reserved': 'The address {slug} is used by the site itself.',
  'mistake.slug-taken': 'The address {slug} belongs, or belonged, to another text.',
  // Proofing.
  'mistake.finding-unchanged': 'The words are the same as before: change them, or answer stet.',
  'mistake.findings-certain': 'Answer the certain findings first, or tick that it goes on all the same.',
  'mistake.words-missing': 'Write at least one word.',
  'mistake.words-many': 'Too many at once: {count} words at most.',
  'mistake.words-odd': 'This is no word: {word}',
  // Misprints.
  'mistake.contribution-name': 'Say who you are: any name you like.',
  'mistake.contribution-body': 'There is no text yet.',
  'mistake.contribution-long': 'This is too long: {count} characters at most.',
  'mistake.contribution-quote':
    'These words do not stand in the paragraph. Copy some of its words as they are, or leave the field empty.',
  'mistake.contribution-email': 'This is no e-mail address.',
  'mistake.contribution-email-needed':
    'Give an e-mail address: this forum is for confirmed addresses only. It is never shown.',
  'mistake.contribution-closed': 'This contribution can no longer be changed.',
  'mistake.form-old': 'This form was open for too long. Send it once more.',
  'mistake.misprint-words': 'Write the words that are wrong.',
  'mistake.misprint-instead': 'Write what they should be.',
  'mistake.misprint-same': 'These are the same words.',
  'mistake.misprint-long': 'Too long: {count} characters at most.',
  'mistake.misprint-proposed':
    'The next revision of this text is proposed for publication: take the proposal back first.',
  'mistake.misprint-place':
    'These words stand nowhere in the draft, or in several places. Put it right by hand in the draft, then say so here.',
} as const;
