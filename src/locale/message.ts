/** A message, or one a plural category (CLDR) chosen by the value `count`. `{name}` stands for a value. */
export type Message = string | { readonly one: string; readonly other: string };

/** What a catalogue in another language must hold: every key of the English one. */
export type SameKeys<English> = Readonly<Record<keyof English, Message>>;
