export const problems = {
  // sources (text/)
  'front-matter-unreadable':
    'The front matter could not be read ({why}). It is shown at the head of the text as it stands.',
  'front-matter-key-unknown': 'The front matter has a key we do not know, “{key}”. It is kept.',
  'front-matter-value-unfit': '“{key}” cannot hold what stands there. It is kept under another name.',
  'date-not-edtf':
    '“{value}” ({key}) is not a date in the form we know (EDTF): 1938, 1938-02, 1938-02-14, 1938~ for about, 1936/1938.',
  'source-too-long': 'The source is too long: its end was left out.',
  'source-divided': 'This part was too long to be read as one and was divided here.',
  'paragraph-divided': 'A paragraph was too long to be read as one and was divided.',
  'nested-too-deep':
    'Quotations or lists stand too deep inside one another: from here on the marks are shown as typed.',
  'nul-character': 'NUL characters were replaced by �.',
  'id-unusable':
    '“{id}” cannot be an address in the text: small letters, digits and hyphens, beginning with a letter, once, and not a name the page uses itself.',
  'note-twice': 'Two notes have the label {label}.',
  'note-empty': 'Note {label} has no words.',
  'note-calls-itself': 'Note {label} calls itself.',
  'note-without-body': 'Note {label} is called but has no body.',
  'note-without-call': 'Nothing calls note {label}.',
  // reading (formats/)
  empty: 'The file is empty.',
  'not-text': 'This is not a text file.',
  'no-text': 'Nothing was recognised as the text itself.',
  nul: 'The file holds NUL bytes: each became �.',
  'invalid-utf-8': {
    one: '{count} byte is not UTF-8: it was read as Windows-1252.',
    other: '{count} bytes are not UTF-8: they were read as Windows-1252.',
  },
  'legacy-encoding': 'The file is not UTF-8: it was read as {encoding}.',
  mojibake: {
    one: '{count} place was UTF-8 once read as Windows-1252.',
    other: '{count} places were UTF-8 once read as Windows-1252.',
  },
  'title-missing': 'No title was found.',
  'weekday-disagrees': 'The weekday is not that of the date {date}.',
  'note-out-of-order': 'Note {label} is called before the one that stands above it.',
  'note-called-twice': 'Note {label} is called more than once.',
} as const;
