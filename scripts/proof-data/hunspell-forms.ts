// Every form a Hunspell dictionary accepts, compounds and multiple prefixes apart: enough to make a list of words of it.

interface Affix {
  readonly strip: string;
  readonly add: string;
  readonly flags: readonly string[];
  readonly condition: RegExp;
}

interface AffixClass {
  readonly crosses: boolean;
  readonly affixes: Affix[];
}

interface Affixes {
  readonly prefixes: Map<string, AffixClass>;
  readonly suffixes: Map<string, AffixClass>;
  readonly splitFlags: (flags: string) => readonly string[];
  /** Flags of what is no word by itself. */
  readonly hidden: ReadonlySet<string>;
}

const HIDING = new Set(['NEEDAFFIX', 'FORBIDDENWORD', 'ONLYINCOMPOUND']);

export function hunspellForms(aff: string, dic: string): Set<string> {
  const affixes = parseAffixes(aff);
  const forms = new Set<string>();
  for (const line of dic.split('\n').slice(1)) {
    const [word, flags] = (line.split(/[\t ]/)[0] ?? '').split('/');
    if (word) addForms(forms, word, affixes.splitFlags(flags ?? ''), affixes);
  }
  return forms;
}

function parseAffixes(aff: string): Affixes {
  const long = /^FLAG long/m.test(aff);
  const splitFlags = (flags: string) => (long ? (flags.match(/../gu) ?? []) : [...flags]);
  const prefixes = new Map<string, AffixClass>();
  const suffixes = new Map<string, AffixClass>();
  const hidden = new Set<string>();
  for (const line of aff.split('\n')) {
    const [kind = '', flag = '', strip = '', add = '', condition = '.'] = line.split(/\s+/);
    if (HIDING.has(kind)) hidden.add(flag);
    if (kind !== 'PFX' && kind !== 'SFX') continue;
    const classes = kind === 'PFX' ? prefixes : suffixes;
    const known = classes.get(flag);
    if (known === undefined) {
      classes.set(flag, { crosses: strip === 'Y', affixes: [] });
      continue;
    }
    const [text = '', more = ''] = add.split('/');
    known.affixes.push({
      strip: strip === '0' ? '' : strip,
      add: text === '0' ? '' : text,
      flags: splitFlags(more),
      condition: new RegExp(kind === 'PFX' ? `^${condition}` : `${condition}$`, 'u'),
    });
  }
  return { prefixes, suffixes, splitFlags, hidden };
}

function addForms(forms: Set<string>, word: string, flags: readonly string[], affixes: Affixes): void {
  if (!flags.some((flag) => affixes.hidden.has(flag))) forms.add(word);
  const suffixed = flags.flatMap((flag) => apply(word, affixes.suffixes.get(flag), suffix));
  for (const { form, crosses, flags: more } of suffixed) {
    forms.add(form);
    for (const again of more.flatMap((flag) => apply(form, affixes.suffixes.get(flag), suffix))) forms.add(again.form);
    if (!crosses) continue;
    for (const flag of flags)
      for (const both of apply(form, affixes.prefixes.get(flag), prefix)) if (both.crosses) forms.add(both.form);
  }
  for (const flag of flags) for (const { form } of apply(word, affixes.prefixes.get(flag), prefix)) forms.add(form);
}

type Join = (word: string, affix: Affix) => string | null;

const suffix: Join = (word, { strip, add }) =>
  word.endsWith(strip) ? word.slice(0, word.length - strip.length) + add : null;
const prefix: Join = (word, { strip, add }) => (word.startsWith(strip) ? add + word.slice(strip.length) : null);

function apply(word: string, affixClass: AffixClass | undefined, join: Join) {
  if (affixClass === undefined) return [];
  return affixClass.affixes.flatMap((affix) => {
    const form = affix.condition.test(word) ? join(word, affix) : null;
    return form ? [{ form, crosses: affixClass.crosses, flags: affix.flags }] : [];
  });
}
