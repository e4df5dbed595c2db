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
  'marks-too-many': 'This paragraph holds too many marks: they are shown as typed.',
  'nested-too-deep':
    'Quotations or lists stand too deep inside one another: from here on the marks are shown as typed.',
  'nul-character': 'NUL characters were replaced by �.',
  'note-twice': 'Two notes have the label {label}.',
  'note-empty': 'Note {label} has no words.',
  'note-calls-itself': 'Note {label} calls itself.',
  'note-without-body': 'Note {label} is called but has no body.',
  'note-without-call': 'Nothing calls note {label}.',
} as const;
