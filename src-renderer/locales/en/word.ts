export const messages = {
  export: 'Export to Word…',
  take: 'Take back from Word…',
  exportTitle: 'Export a Word file',
  takeTitle: 'Choose the changed Word file',
  written: 'Exported “{file}” with its suggestions and comments',
  taken: 'Took {changes} changes and {comments} new comments. ',
  nothing: 'The file has no new changes or comments. ',
  conflicts: '{count} places no longer match the story and were left out: {words} ',
  quoted: '“{words}” ',
  styles: '{count} changes of paragraph style were left out.',
}
