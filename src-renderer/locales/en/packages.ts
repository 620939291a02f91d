export const messages = {
  send: 'Send to be worked on…',
  sendReading: 'Send to be read…',
  open: 'Open review package…',
  sendTitle: 'Save review package',
  openTitle: 'Choose review packages',
  written: { work: 'Packed as “{file}”. What is changed there can be taken back.', reading: 'Packed as “{file}”, for reading only.' },
  added: { work: 'Took the story {from} sent. Changes are tracked from here on.', reading: 'Took the story {from} sent, for reading only.' },
  merged: 'Merged the work of {from}: {suggestions} {suggestions:suggestion|suggestions}, {comments} {comments:comment|comments}.',
  unchanged: 'The package of {from} holds nothing new.',
  damage: {
    'no-zip': 'it cannot be opened, perhaps it did not arrive whole', 'no-manifest': 'it holds no list of what is in it', 'manifest': 'its list cannot be understood, perhaps a newer version wrote it', 'changed': '“{subject}” in it was changed or is damaged',
    'missing': '“{subject}” is missing in it', 'unknown-file': '“{subject}” does not belong in it', 'too-large': 'unpacked it is over the allowed size', 'story': 'the story in it cannot be read',
  },
  conflicts: ' Both sides changed {fields} on the slip: one value stands, the other can be put back under Suggestions.',
  untracked: ' Text or slip were also changed without suggestions; the state before is kept as a version.',
}
