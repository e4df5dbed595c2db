import { LANGUAGES, type Language, translate } from '#locale/translate.ts';
import type { BodyLabels } from '#text/body-labels.ts';

/** What a body says of itself, in the text's own language where we speak it, else in the site's. */
export function bodyLabels(textLanguage: string | null, siteLanguage: Language) {
  const primary = textLanguage?.split('-', 1)[0]?.toLowerCase();
  const language = LANGUAGES.find((one) => one === primary) ?? siteLanguage;
  return { language, labels: LABELS[language] };
}

const LABELS: Readonly<Record<Language, BodyLabels>> = { en: labelsIn('en'), fr: labelsIn('fr') };

function labelsIn(language: Language): BodyLabels {
  return {
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
  };
}
