/** A page as copied from a site made with SPIP, written for these tests: date line, byline, notes, the forum's furniture. */
export const COPIED_PAGE = `Accueil > Articles > The Ferry Ledger

Tuesday 4 March 2025, by Odile Marchetti

Hester Quill


IN THE AUTUMN OF THAT YEAR the ferry at Low Strand kept a ledger of its own, apart from the harbour's. Every crossing was set down in it with the weather, the fare and the number of passengers[1]. Nobody had asked for it to be kept.

The ferryman wrote a plain hand. He did not waste ink on opinions, and where he was not certain of a figure he left the column empty. It is to those empty columns that we owe our trust in the full ones.

“We were forty on the last boat,” he wrote on the night of the storm, “and forty came ashore. I have counted them twice, once by lantern and once by name.”


What became of the ledger after his death is less plain. The harbour office had it for a time[2], and a schoolmaster copied several pages into his own notebooks before it was lost.

The copies agree among themselves, except in two places where a seven may be a one. Both readings are given here.

[1] The fare was not always money: eggs, lamp oil and once a kitten are recorded.

[2] The office's own register mentions it under the wrong year.


Any message or comments?

This forum is moderated before publication: your contribution will only appear after being validated by an administrator.

Who are you?

Your name

Your post
`;
