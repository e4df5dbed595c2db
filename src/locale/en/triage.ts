// What triage says of a contribution to whoever moderates it, one message a signal; and what `stet triage` says.
export const triage = {
  'triage.classifier': 'By this site’s decisions {percent} % likely to be spam ({words})',
  'triage.links': {
    one: 'One link, {percent} % of what was sent',
    other: '{count} links, {percent} % of what was sent',
  },
  'triage.shortened-links': 'Shortened links: {hosts}',
  'triage.hidden-links': {
    one: 'A link in foreign markup or spelt out: {words}',
    other: '{count} links in foreign markup or spelt out, such as {words}',
  },
  'triage.look-alikes': {
    one: 'A word with letters of another alphabet that look alike: {words}',
    other: '{count} words with letters of another alphabet that look alike: {words}',
  },
  'triage.hidden-characters': {
    one: 'A character that cannot be seen and changes what is read',
    other: '{count} characters that cannot be seen and change what is read',
  },
  'triage.shouting': {
    one: 'Shouted: {percent} % capitals, {count} string of exclamation marks',
    other: 'Shouted: {percent} % capitals, {count} strings of exclamation marks',
  },
  'triage.repetition': 'Repeated {count} times: “{words}”',
  'triage.no-words': 'No word in it but links or signs',
  'triage.name': 'An address in the name: {words}',
  'triage.passage': 'Takes up words of the passage it answers: {words}',
  'triage.copies': {
    one: 'Sent once before, word for word',
    other: 'Sent {count} times before, word for word',
  },
  'triage.near-copies': {
    one: 'One other that is nearly the same',
    other: '{count} others that are nearly the same',
  },
  'triage.blocked-words': 'Words on this site’s list: {words}',
  'triage.allowed-sender': 'Confirmed sender on this site’s list: {entry}',
  'triage.form-time': {
    one: 'Sent within a second of the form',
    other: 'Sent within {count} seconds of the form',
  },
  'triage.proof-of-work': 'Without the browser’s proof of work',
  'triage.honeypot': 'A field was filled in that no person sees',
  'cli.triage.summary': 'measures how well triage tells spam from good posts, on labelled files',
  'option.train': 'labelled posts to learn from; alone, each source is judged by what the others taught',
  'option.test': 'labelled posts to be judged',
  'option.triage-json': 'one JSON object instead of a report',
  'cli.triage.note-file':
    'A file is CSV with a head line: content, class (1 or spam, 0 or good), and source, name, subject where there are such. Nothing is kept: this site’s own model is neither read nor changed.',
  'cli.triage.note-figures':
    'accuracy: share judged rightly. spamCaughtAt1, spamCaughtAt05: share of the spam above a bar that 1 %, 0.5 % of the good posts pass too. textsPerSecond: judged by one thread.',
  'cli.triage.no-train': 'Give the labelled posts to learn from: --train FILE.',
  'cli.triage.no-rows': '{path}: no row after the head line.',
  'cli.triage.one-class': '{path}: all rows are of one class; there is nothing to tell apart.',
  'cli.triage.no-column': '{path}: no column is called “{column}”; the first line must name the columns.',
  'cli.triage.bad-class': '{path}, line {line}: class is “{written}”: it must be 1 or spam, 0 or good.',
  'cli.triage.bad-csv': '{path}, line {line}: not CSV: quotation marks or the number of columns are wrong.',
  'cli.triage.all': 'All',
  'cli.triage.figures':
    '  {count} posts: {accuracy} % judged rightly; spam caught: {at1} % at 1 % of good posts lost, {at05} % at 0.5 %',
  'cli.triage.unseen':
    '  {count} of them not learnt word for word: {accuracy} % judged rightly; spam caught: {at1} %, {at05} %',
  'cli.triage.speed': '  {count} posts a second',
};
