export const messages = {
  title: 'Export {count} stories',
  plans: 'Each is exported by its own template and slot; files already in the folder are never replaced.',
  chooseFolder: 'Choose a folder to export to',
  run: 'Choose a folder and export…',
  progress: 'Progress of the export',
  running: 'Exporting, {done} of {total} done',
  stopping: 'Stopping after the story being written ({done} of {total})',
  done: '{written} written, {refused} not written, {cancelled} left.',
  report: 'What became of each story',
  withStory: '{file}, the story’s data beside it as {story}',
  left: 'Cancelled before it was reached',
  refused: '{name}: {what}',
}
