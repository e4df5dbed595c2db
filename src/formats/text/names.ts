/**
 * How much a line looks like a person's name, 0 to 1: capitals, initials, particles, a known given name. "Rosa Luxemburg" 0.9,
 * "C.L.R. James" 0.95, "Spring Song" 0.4, "The Mill" 0.
 */
export function nameLikeness(text: string): number {
  const name = text.replace(/[.,;:]$/, text.endsWith('.') && /\b\p{Lu}\.$/u.test(text) ? '.' : '').trim();
  if (name.length < 3 || name.length > 60 || /[\d?!:;"“”«»()[\]/|<>@#]/.test(name)) return 0;
  if (/^(?:Les?|La|Du|Des|The|An?|L['’]|De)[\s'’]/.test(name) || /,\s/.test(name)) return 0;
  const tokens = name.split(/[\s\u00A0]+/);
  if (tokens.length > 6) return 0;
  let given = 0;
  let initials = 0;
  let words = 0;
  let particles = 0;
  for (const token of tokens) {
    if (PARTICLES.has(token.toLowerCase())) {
      particles++;
      continue;
    }
    if (TITLES.test(token)) given++;
    else if (/^(?:\p{Lu}\.?-?){1,4}\.$/u.test(token)) initials++;
    else if (/^(?:[dDlLO]['’])?\p{Lu}[\p{L}'’]*(?:-\p{L}[\p{L}'’]*)*,?$/u.test(token)) {
      if (NOT_NAMES.has(token.toLowerCase().replace(/,$/, ''))) return 0;
      words++;
      if (GIVEN.has((token.split('-')[0] ?? '').toLowerCase().replace(/,$/, ''))) given++;
    } else return 0;
  }
  if ((words === 0 && !(given > 0 && initials > 0)) || (particles >= 2 && given === 0)) return 0;
  if (given > 0 && words + initials >= 2) return 0.92;
  if (initials > 0) return 0.95;
  if (words === 1) return 0.25;
  return words <= 3 ? 0.45 : 0.25;
}

/** "Anna Weil and Karl Ott", "Anna Weil, Karl Ott et Lou Mer": each name, or nothing when one of them is none. */
export function splitNames(text: string, least = 0.25): readonly string[] {
  const parts = text
    .trim()
    .replace(/\s+/g, ' ')
    .split(/\s*(?:,|;|&|\band\b|\bet\b)\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const names = parts.map((part) => part.replace(/[,;:]$/, '').replace(/(?<=\p{Ll}{2})\.$/u, ''));
  return names.length > 0 && names.every((name) => nameLikeness(name) >= least) ? names : [];
}

const PARTICLES = new Set(
  'de du des d la le van von der den ten ter da di dos del della y bin ibn al el et zu af av'.split(' '),
);
const TITLES = /^(?:mr|mrs|ms|dr|m|mme|mlle|prof|st|sir|rev|abbé|père|sœur|frère|lady|lord|dame|saint|jr|sr|miss)\.?$/i;

const NOT_NAMES = new Set(
  `the a an of and or in on at to for with from by its his her their our my your no not new old first second last this that these those
  what why how when where who is are was be letter letters essay essays poem poems chapter part section introduction preface foreword
  conclusion appendix notes note history report speech open
  le les un une des aux au sur dans pour avec sans sous ce cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs qui que
  quoi comment pourquoi où quand lettre lettres essai poème chapitre partie section introduction préface avant-propos conclusion annexe
  histoire rapport discours éloge chant chanson song ode hymn ballad sonnet
  monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december
  lundi mardi mercredi jeudi vendredi samedi dimanche janvier février avril juin juillet août septembre octobre novembre décembre
  présidence président présents séance assemblée chairman chair present session meeting minutes
  home accueil archive archives blog journal revue review gazette press library society association committee comité société club
  north south east west nord sud est ouest street road river house rue place quai`.split(/\s+/),
);

/** Given names of English and French texts, and of those they translate. */
const GIVEN = new Set(
  `aaron abel abigail ada adam adèle adele adrian adrien agatha agathe agnes agnès aileen alain alan albert albertine alec alexander alexandre
  alexis alfred alice alicia aline alison alix alma alphonse amanda amédée amelia amélie amy anaïs anatole andré andre andrew andrée angela
  angèle angus anita ann anna annabel anne annette annie anselme anthony antoine antoinette anton antonia antonio archibald ariane aristide
  armand arnaud arnold arthur aubrey audrey august auguste augustin aurélie aurélien barbara baptiste barnaby basil bastien béatrice beatrice
  beatrix ben benjamin benoît benoit bernadette bernard bertha berthe bertrand bess beth betty blaise blanche boris brian bridget brigitte
  bruno camille carl carla carlo carlos carmen caroline casimir catherine cécile cecil cecilia cécilia cedric cédric céleste célestin célia
  charles charlotte chloe chloé chris christian christina christine christopher claire clara claude claudia claudine clémence clément clement
  clémentine colette colin connie constance constant cora corinne cornelia cyril cyrille daisy damien daniel danièle danielle daphne david
  deborah delphine denis denise dennis desmond diana diane didier dinah dominic dominique dora doris dorothée dorothy douglas duncan edgar
  édith edith edmond edmund édouard edouard edward edwin eileen eleanor éléonore elena eliane élie élisa eliza elizabeth élisabeth elisabeth
  ella ellen élodie éloi elsa elsie émeline emilia émile emile émilie emilie emily emma emmanuel emmanuelle enid eric éric erica ernest
  estelle esther ethel étienne etienne eugene eugène eugénie eva eve évelyne evelyn ezra fabien fabienne fanny félicie félicité félix felix
  ferdinand fernand fernande fiona firmin flora florence florent florian frances francis francisco franck françois françoise frank franz fred
  frédéric frederic frederick friedrich gabriel gabrielle gaspard gaston gavin geneviève genevieve geoffrey george georges georgette georgina
  gérald gerald gérard gerard germain germaine gertrude gilbert gilberte gilles gladys gordon grace graham grégoire gregory guillaume gustave
  guy gwen hannah hans harold harriet harry hattie hector heinrich helen helena hélène helene henri henriette henry herbert hermann hilda hilaire
  hippolyte honoré hope horace hortense howard hubert hugh hugo hugues ian ida ignace inès ines ingrid irene irène iris isaac isabel isabella
  isabelle isidore ivan ivy jack jacob jacqueline jacques jakob james jan jane janet janine jean jeanne jeannette jennifer jenny jeremy jérôme
  jerome jesse jessica jim joachim joan joanna joe johanna johann john jon jonas jonathan josé joseph josephine joséphine josette joshua josiane
  joyce juan judith jude jules julia julian julie julien juliet juliette justin justine karen karim karine karl kate katherine kathleen keith
  kenneth konrad kurt lambert laura laure laurence laurent lawrence léa leah léon leon léonard leonard léonie léopold leo leslie léo lewis lila
  lilian lily lina linda lionel lisa lise loïc lou louis louisa louise luc lucas lucette lucia lucie lucien lucienne lucille lucy ludovic ludwig
  luigi luis lydia lydie mabel madeleine madeline magali maggie malcolm manon manuel marc marcel marceline marcelle marco margaret margot
  marguerite maria marian marianne marie marina marion marius marjorie mark marlène marta martha marthe martial martin martine mary mathieu
  mathilde matilda matthew matthias matthieu maud maude maurice max maxime maximilien may mélanie mercy michael michel michèle micheline miguel
  mikhail mildred miles mina minnie miranda miriam mohamed moira molly monica monique muriel myriam nadège nadia nadine nancy naomi natalia
  natalie nathalie nathan nathaniel neil nell nellie nicholas nicolas nicole nina noah noé noël noémie nora norah norbert norma norman octave
  odette odile olga olive oliver olivia olivier oscar otto owen pablo pamela pascal pascale patience patricia patrick paul paula paule pauline
  pedro peggy penelope percy perrine peter philibert philip philippa philippe phoebe phyllis pierre pierrette priscilla prosper prudence quentin
  rachel ralph ramon raoul raphaël raphael raymond raymonde rebecca régine régis reginald rémi rémy renaud rené renée rex richard rita robert
  roberta robin rodney roger roland rolande romain roman ronald rosa rosalie rose roselyne rosemary rosie roy rudolf rufus rupert ruth sabine
  sacha sally salomé sam samuel sandra sara sarah saul sébastien selma serge sergei séverine sheila sibyl sidney silas silvia simon simone
  solange sophia sophie stanislas stella stéphane stephane stéphanie stephen steven stuart susan susanna suzanne sybil sylvain sylvester sylvia
  sylvie tabitha ted teresa terence théa théo théodore theodore thérèse theresa thibault thibaut thierry thomas timothy tom tobias toussaint
  ursula valentin valentine valérie valeria valentina vera véra véronique vernon victoire victor victoria vincent viola violet violette virginia
  virginie vivian vivien vladimir walter wanda wendy wilfred wilhelm william winifred wolfgang xavier yann yannick yves yvette yvonne zélie zoe zoé
  leon lev rosa tomas wil oswald edgar ambrose clive dermot fergus hamish iona isla morag alasdair nuala niamh sean seán maeve bronwen dylan
  rhys gareth ewan elin mairi aoife cormac hester jethro josiah obadiah ezekiel enoch gwendolen tess thea`.split(/\s+/),
);
