/**
 * Why the record cannot be continued, so that nothing may be changed. forked: the database does not hold what was once signed,
 * as after an old backup was put back. keyless: the key that signs is not there. broken: stored hashes contradict a signed head.
 */
export type RecordFault = 'forked' | 'keyless' | 'broken';
