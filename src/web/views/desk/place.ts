/** Where in the desk a page stands: what the bar marks, and which keys there are. */
export type DeskPlace = 'texts' | 'new' | 'proofing' | 'queue' | 'misprints' | 'forum' | 'accounts' | 'account' | null;
