/** What of the work on a story its Word file holds: suggestions as tracked changes (else the final text), comments. */
export interface WordParts { suggestions: boolean, comments: boolean }
