// The queue and what belongs to it in the desk: decisions, reasons, modes, remarks.
export const queue = {} as const;
