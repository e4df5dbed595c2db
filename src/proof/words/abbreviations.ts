const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr st jr sr esq co inc ltd vol vols chap ch sec sect no nos nr p pp pg fig figs ed eds edit trans tr cf ff seq viz etc ibid op cit loc vs ' +
    'jan feb mar apr jun jul aug sept sep oct nov dec janv févr fév avr juil déc mm mme mlle mgr dom rev hon gen col capt lieut lt sergt gov sen rep pres prof supt ' +
    'art arts al app bk bd cap cent cap col e.g i.e a.m p.m b.c a.d u.s n.b p.s r.s.v.p t tom liv l c lc sqq s.d sup suppl fol dict hist resp ca circ ann doc docs par part ' +
    'mon tues wed thurs fri sat sun north south ave bros dept est mt ph maj mas messrs min sec hrs lb lbs oz ft in yd yds qr cwt doz per av av.j j.-c bibl rec rev univ lat gr fr eng germ ital'
  ).split(' '),
);

/** True when the point at this offset may belong to an abbreviation, an initial or a numbering rather than end a sentence. */
export function endsAbbreviation(text: string, point: number): boolean {
  const word = /[\p{L}\p{N}.'’-]*$/u.exec(text.slice(Math.max(0, point - 24), point))?.[0].toLowerCase() ?? '';
  const last = word.split(/[.'’-]/).at(-1) ?? '';
  if (last.length <= 2 || /\d/.test(last) || word.includes('.')) return true;
  return (
    ABBREVIATIONS.has(last) ||
    /^[mdclxvi]+$/.test(last) ||
    /[^aeiouyàâéèêëîïôùûœ]{4,}$|^[^aeiouyàâéèêëîïôùûœ]+$/u.test(last)
  );
}
