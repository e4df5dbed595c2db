/** Characters of one field that are looked at; a post is refused as too long before this. */
export const LONGEST_LOOKED_AT = 20_000;

/** Characters of all fields together. */
export const MOST_LOOKED_AT = 24_000;
