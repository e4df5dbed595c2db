export interface LanguageFound {
  /** BCP 47. */
  readonly language: string;
  readonly confidence: number;
  readonly runnerUp: string | null;
}

/** Language of the whole, by its commonest words; null where there is too little to tell. */
export function languageOf(text: string): LanguageFound | null {
  const sample = text.length > 200_000 ? text.slice(0, 200_000) : text;
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const scores = new Map<string, number>();
  for (const word of words)
    for (const language of LANGUAGES_OF.get(word) ?? []) scores.set(language, (scores.get(language) ?? 0) + 1);
  const [first, second] = [...scores].sort((one, other) => other[1] - one[1]);
  if (!first || first[1] < 3) return null;
  const margin = first[1] / (first[1] + (second?.[1] ?? 0));
  const enough = Math.min(1, first[1] / 20);
  return {
    language: first[0],
    confidence: Math.round((0.4 + (0.59 * enough * (margin - 0.4)) / 0.6) * 100) / 100,
    runnerUp: second?.[0] ?? null,
  };
}

const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was he for it with as his on be at by had not are but from or have an they which one you were her all she there would their we him been has when who will more no if out so said what its about into than them can only other',
  fr: 'le la les de des du et un une que qui est dans pour pas sur il elle ne se au aux par plus ce cette sont avec mais ou où nous vous leur leurs ils elles été sans comme tout même ces était ont avait lui on son sa ses si bien fait être deux dont entre',
  de: 'der die das und den dem des ein eine einer nicht ist mit auf für sich von zu im als auch es an werden aus er hat dass sie nach wird bei noch war wie aber oder wenn nur über ich vor zur bis mehr durch man',
  es: 'el la los las de del y que en un una por con para su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante no es se fue era',
  it: 'il lo la gli le di del della dei che e un una per con non sono è al nel da come più ma si anche alla dal questo suo ha sua nella dei delle ci o se',
  pt: 'o os as de do da dos das que e um uma para com não no na por mais ao se como mas foi ele seu sua ou quando muito nos já também só pelo pela até isso ela entre depois sem mesmo',
  nl: 'de het een en van ik te dat die in is niet zijn op aan met als voor had er maar om hem dan zou of wat mijn dit zo door over ze zich bij ook tot je mij uit der',
};

const LANGUAGES_OF: ReadonlyMap<string, readonly string[]> = (() => {
  const map = new Map<string, string[]>();
  for (const [language, words] of Object.entries(STOP_WORDS)) {
    for (const word of new Set(words.split(' '))) map.set(word, [...(map.get(word) ?? []), language]);
  }
  return map;
})();
