import { type Language, LANGUAGES, translate } from '#locale/translate.ts';
import type { BodyLabels } from '#text/body-labels.ts';

export interface LabelledIn {
  readonly language: Language;
  readonly labels: BodyLabels;
}

/** The body's own words in the text's language where we speak it, else in the site's. */
export function bodyLabels(textLanguage: string | null, siteLanguage: Language): LabelledIn {
  const primary = textLanguage?.toLowerCase().split('-')[0];
  const language = LANGUAGES.find((one) => one === primary) ?? siteLanguage;
  return {
    language,
    labels: {
      notes: translate(language, 'body.notes'),
      paragraph: translate(language, 'body.paragraph'),
      note: translate(language, 'body.note'),
      showNote: translate(language, 'body.show-note'),
      back: translate(language, 'body.back'),
      table: translate(language, 'body.table'),
      page: translate(language, 'body.page'),
      correction: translate(language, 'body.correction'),
      noteKinds: {
        editor: translate(language, 'body.note.editor'),
        translator: translate(language, 'body.note.translator'),
        transcriber: translate(language, 'body.note.transcriber'),
      },
    },
  };
}
