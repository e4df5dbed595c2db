// The forum as readers see it: the notice, the form, the receipt, the feeds.
export const forum = {} as const;
