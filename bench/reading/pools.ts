import type { Share } from './works.ts';

/** Small pieces put into the texts to vary them: further notes, sentences that look like something else, verse and lists. */
export interface Pool {
  readonly people: readonly string[];
  readonly notes: readonly (readonly string[])[];
  readonly traps: readonly string[];
  readonly verses: readonly (readonly (readonly string[])[])[];
  /** Talk, set as paragraphs that begin with a dash or a quotation mark and are neither a list nor a quotation. */
  readonly talk: readonly (readonly string[])[];
  readonly lists: readonly { readonly ordered: boolean; readonly items: readonly string[] }[];
}

/** Every third piece is kept for the held-out set. */
export const inShare = <T>(list: readonly T[], share: Share): readonly T[] =>
  share === 'held-out' ? list : list.filter((_, index) => index % 3 !== 2);

export const POOLS: Readonly<Record<'en' | 'fr', Pool>> = {
  en: {
    people: [
      'Harriet Voss',
      'Robert Ansley',
      'Jonas Pell',
      'Miriam Oake',
      'Colm Devery',
      'Tessa Grange-Holt',
      'A. J. Farrow',
      'Daniel Quist',
    ],
    notes: [
      ['See the *Hallow Mercury*, 4 January 1904.'],
      ['Ibid., p. 14.'],
      ['Translator’s note: the word has no exact equivalent.'],
      ['“It was not meant to be read,” she said later, and she would never say more about it.'],
      ['Minutes of the Committee, vol. II, pp. 112–115; see also note 1 above.'],
      [
        'The figure is doubtful. It has been given as 40, as 44, and (by Orme, in 1900) as 404.',
        'I have let the first stand, since it is the one that was printed at the time, and since nobody has ever shown any reason for the others.',
      ],
      ['Editor’s note. – The sentence is wanting in the manuscript.'],
      ['op. cit., p. 9'],
      ['In the edition of 1911 this reads: “nothing is known”.'],
      [
        'He was then eleven years old; he afterwards emigrated to Canada, where he kept bees, and died at Halifax in 1952 without having, so far as is known, mentioned the matter to anyone again.',
      ],
      ['Quoted in E. Garrick, *On Failing Quietly* (1936), p. 41.'],
      ['1 January by the old calendar.'],
    ],
    traps: [
      'The returns for the year (1938) are not comparable with these.',
      'There were three reasons given: (1) the wind, (2) the tide, and (3) the harbour board.',
      'It was laid down in article 7) of the old rules, and in no other place.',
      'He wrote “recieved” [sic] upon every one of them.',
      'Of these (see p. 12) there were not more than four, i.e. a sixth.',
      'In the U.S.A., by Jan. 4th, it was already forgotten.',
      'It cost 3s. 6d. in 1899; 4s. in 1901; and nothing at all since.',
      'The paper was headed “No. 9*” and nobody could say what the star was for.',
      'On the 4th of March 1921, by general consent, it was left as it was.',
      'The height was given as 10½ feet, and the area as 12 m², which cannot both be true.',
      'They answered a) that it was late, b) that it was raining, and c) that they had not been asked.',
      'The whole of it, it is said [by whom is not stated], was lost in 1740.',
      'It is at this point [p. 45] that the second hand begins.',
      'The vote was taken (12 for, 3 against) and nobody was content.',
      'He gave it 5 * 5 = 25 paces, and was out by two.',
    ],
    verses: [
      [
        [
          'The rain came over Gorse Hill',
          '  and the rain went down the lane,',
          'and the ones who had their washing out',
          '  went out and in again.',
        ],
        [
          'The sun came over Gorse Hill',
          '  and looked, and went to bed,',
          'and the ones who had their washing in',
          '  were very glad, they said.',
        ],
      ],
      [
        [
          'I set the letters one by one',
          'and when the final line was done',
          'I turned the stick toward the light',
          'and every word of it was right,',
          'and every word was upside down',
          'and backward, like our little town.',
        ],
      ],
      [
        [
          'What does the river say, my son,',
          'what does the river say?',
          'It says that it has somewhere to be',
          'and cannot stop to-day.',
        ],
        [
          'What does the harbour say, my son,',
          'what does the harbour say?',
          'It says that it has nowhere to be',
          'and I am in the way.',
        ],
      ],
    ],
    talk: [
      [
        '“Is it far?” asked the boy.',
        '“It was not far when I was your age,” said the carrier, and he clicked his tongue at the mare.',
        'They went on for a mile without either of them speaking.',
      ],
      [
        '“You might have told me,” she said; “I should have brought the other lamp.”',
        '“There is no other lamp,” he answered.',
      ],
      [
        '— And who are you?',
        '— I am the one who was sent for.',
        '— Nobody was sent for, said the porter; but he opened the door.',
      ],
    ],
    lists: [
      {
        ordered: false,
        items: [
          'two pairs of boots, mended',
          'a lantern without its glass',
          'the chapel key',
          'one bag of nails, mixed',
        ],
      },
      {
        ordered: true,
        items: [
          'The book is opened at six.',
          'Whoever opens it signs it.',
          'Whoever finds a fault in it writes the fault down, and signs that.',
        ],
      },
      {
        ordered: true,
        items: [
          'bread;',
          'lamp oil, a gallon;',
          'paper, if there is any to be had at a reasonable price, and if there is not, the backs of the old notices, which will do very well;',
          'patience.',
        ],
      },
    ],
  },
  fr: {
    people: [
      'Robert Ansquer',
      'Hélène Vasseur',
      'Jonas Pellerin',
      'Maïwenn Riou',
      'Colin Devéry',
      'Thérèse Grange-Hamon',
      'A.-J. Ferrand',
      'Daniel Quistinic',
    ],
    notes: [
      ['Voir *Le Petit Kerlazien* du 4 janvier 1904.'],
      ['Ibid., p. 14.'],
      ['Note du traducteur : le mot n’a pas d’équivalent exact.'],
      ['« Ce n’était pas fait pour être lu », dit-elle plus tard, et elle n’en voulut jamais dire davantage.'],
      ['Délibérations du comité, t. II, p. 112-115 ; voir aussi la note 1 ci-dessus.'],
      [
        'Le chiffre est douteux. On a donné 40, 44, et même (Orme, en 1900) 404.',
        'J’ai laissé le premier, puisque c’est celui que l’on imprima alors, et que personne n’a donné de raison de préférer les autres.',
      ],
      ['N.D.L.R. – La phrase manque dans le manuscrit.'],
      ['op. cit., p. 9'],
      ['L’édition de 1911 porte ici : « on ne sait rien ».'],
      [
        'Il avait alors onze ans ; il émigra plus tard au Canada, où il éleva des abeilles, et mourut à Halifax en 1952 sans avoir, que l’on sache, reparlé de cette affaire à personne.',
      ],
      ['Cité par E. Garrick, *De la panne discrète* (1936), p. 41.'],
      ['1er janvier de l’ancien calendrier.'],
    ],
    traps: [
      'Les chiffres de l’année (1938) ne se comparent pas à ceux-là.',
      'On en donna trois raisons : (1) le vent, (2) la marée, (3) la commission du port.',
      'C’était à l’article 7) de l’ancien règlement, et nulle part ailleurs.',
      'Il avait écrit « acceuil » [sic] sur chacune d’elles.',
      'Il n’y en eut pas (voir p. 12) plus de quatre, soit un sixième.',
      'Aux É.-U., le 4 janv., c’était déjà oublié.',
      'Cela coûtait 3 fr. 50 en 1899, 4 fr. en 1901, et plus rien depuis.',
      'Le papier portait en tête « N° 9* », et personne ne sut dire à quoi servait l’étoile.',
      'Le 4 mars 1921, par consentement général, on laissa les choses comme elles étaient.',
      'On donnait 3½ mètres de haut et 12 m² de surface, ce qui ne peut être vrai ensemble.',
      'Ils répondirent a) qu’il était tard, b) qu’il pleuvait, c) qu’on ne leur avait rien demandé.',
      'Le tout [dit-on, sans preuve] fut perdu en 1740.',
      'C’est ici [p. 45] que commence la seconde main.',
      'On vota (12 pour, 3 contre), et personne ne fut content.',
      'Il y comptait 5 * 5 = 25 pas, et se trompait de deux.',
    ],
    verses: [
      [
        [
          'La pluie a passé la colline,',
          '  la pluie est descendue au port,',
          'et tout le linge de Céline',
          '  est resté toute la nuit dehors.',
        ],
        [
          'Le soleil a passé la colline,',
          '  il a regardé, puis s’est couché,',
          'et tout le linge de Céline',
          '  est plus mouillé que la marée.',
        ],
      ],
      [
        [
          'J’ai mis les lettres une à une',
          'sous la lampe et sous la lune,',
          'et quand j’eus fini le feuillet',
          'chaque mot était comme il est,',
          'mais à l’envers, et de travers,',
          'comme le monde et comme ces vers.',
        ],
      ],
      [
        [
          'Que dit la rivière, ma fille,',
          'que dit la rivière en passant ?',
          'Elle dit qu’elle est attendue',
          'et qu’elle n’a pas le temps.',
        ],
        [
          'Que dit le bassin, ma fille,',
          'que dit le bassin, le soir ?',
          'Il dit qu’il n’attend personne',
          'et que je l’empêche de voir.',
        ],
      ],
    ],
    talk: [
      [
        '— Est-ce loin ? demanda l’enfant.',
        '— Ce n’était pas loin quand j’avais ton âge, dit le voiturier, et il fit claquer sa langue.',
        'Ils allèrent un kilomètre sans se parler.',
      ],
      ['— Vous auriez pu me le dire, fit-elle ; j’aurais pris l’autre lampe.', '— Il n’y a pas d’autre lampe.'],
      [
        '— Et qui êtes-vous ? demanda le portier.',
        '— Celui qu’on a fait venir.',
        '— On n’a fait venir personne, dit l’autre ; mais il ouvrit la porte.',
      ],
    ],
    lists: [
      {
        ordered: false,
        items: [
          'deux paires de bottes, ressemelées',
          'une lanterne sans son verre',
          'la clef de la chapelle',
          'un sac de clous, mêlés',
        ],
      },
      {
        ordered: true,
        items: [
          'Le registre s’ouvre à six heures.',
          'Celui qui l’ouvre le signe.',
          'Celui qui y trouve une faute écrit la faute, et signe.',
        ],
      },
      {
        ordered: true,
        items: [
          'du pain ;',
          'de l’huile de lampe, quatre litres ;',
          'du papier, s’il s’en trouve à un prix raisonnable, et s’il ne s’en trouve pas, le dos des vieilles affiches, qui fera très bien l’affaire ;',
          'de la patience.',
        ],
      },
    ],
  },
};
