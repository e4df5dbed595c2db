import type { Engine } from '../engines/engine.ts';

/** What holds a log's checkpoints together: a signature over each and the one before it. Older checkpoints get theirs at the first start. */
export const checkpointLinks = (engine: Engine): readonly string[] => [
  `create table checkpoint_link (
    log integer not null references log (number),
    size integer not null,
    note text not null,
    primary key (log, size)
  ) ${engine.tableEnd}`,
  ...engine.forbidChanges('checkpoint_link'),
];
