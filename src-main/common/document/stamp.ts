/** Who changes the text: one person in one pass. Edits of two authors never join. */
export interface Author { person: string, role: string, pass: string }

/** One suggested change: pieces of text and nodes with the same `id` are one change. `at` is Unix time, milliseconds. */
export interface Stamp extends Author { id: string, at: number }

export const isBy = (stamp: Author | undefined, author: Author) => stamp !== undefined && stamp.person === author.person && stamp.pass === author.pass
