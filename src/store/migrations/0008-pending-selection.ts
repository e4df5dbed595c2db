import type { Engine } from '../engines/engine.ts';

/** A decision on all that a filter of the queue holds, while it is taken, waits for its time, or is undone: a part at a time. */
export const pendingSelection = (engine: Engine): readonly string[] => [
  `create table pending_selection (
    batch text primary key,
    -- as JSON
    filter text not null,
    -- rows of contributions: where it began, how far it is, where it ends
    from_row integer not null,
    after_row integer not null,
    up_to integer not null,
    taken integer not null,
    -- taking, taken, undoing
    step text not null,
    decision text not null,
    ground text not null,
    reason text,
    decided_by text,
    decided_at text not null,
    -- null until all of it is taken
    in_force_at text
  ) ${engine.tableEnd}`,
];
