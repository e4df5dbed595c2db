// What is sent by mail, and the pages its links lead to.
export const mail = {} as const;
