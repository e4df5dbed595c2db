// What triage says of a contribution to whoever moderates it: one message a signal.
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
  'triage.shouting': 'Shouted: {percent} % capitals, {count} strings of exclamation marks',
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
    one: 'Sent within a second of the preview',
    other: 'Sent within {count} seconds of the preview',
  },
  'triage.proof-of-work': 'Without the browser’s proof of work',
  'triage.honeypot': 'A field was filled in that no person sees',
};
