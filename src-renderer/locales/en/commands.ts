export const messages = {
  palette: 'Command palette',
  groups: { file: 'File', edit: 'Edit', insert: 'Insert', format: 'Format', story: 'Story', view: 'View', help: 'Help' },
  roles: { close: 'Close window', quit: 'Quit', cut: 'Cut', copy: 'Copy', paste: 'Paste', selectAll: 'Select all', togglefullscreen: 'Full screen', minimize: 'Minimise' },
  newStory: 'New story',
  new: {
    'meeting-report': 'New meeting report', 'news': 'New news story', 'commentary': 'New commentary', 'feature': 'New feature', 'interview': 'New interview', 'brief': 'New brief', 'notice': 'New notice',
  },
  openStory: 'Open selected story',
  duplicate: 'Duplicate',
  moveToBin: 'Move to bin',
  restore: 'Put back on the desk',
  deleteForever: 'Delete for good…',
}
