export const messages = {
  picker: 'Page: drag to pick a place',
  keys: 'Arrow keys move it, with Shift they change its size, Page Up and Page Down go by ten lines.',
  place: 'Place',
  format: 'Page format',
  manageFormats: 'Manage page formats',
  sum: {
    plain: '{merged} columns: {characters} characters × {merged}',
    merged: '{merged} columns merged: {characters} characters',
    broken: '{merged} columns into {broken}: {characters} characters × {broken}, {rest} over',
    brokenEvenly: '{merged} columns into {broken}: {characters} characters × {broken}, even',
  },
  steps: {
    merged: '{merged} × {own} + {between} = {measure}',
    broken: '{merged} × {own} + {between} = {measure}, {measure} − {gutters} = {free}, {free} ÷ {broken} = {characters} rest {rest}',
  },
  share: { columns: 'The last {columns} take {characters} characters', gutters: 'Gutters of {gutter} characters' },
  size: 'Columns {first}–{last}, {lines} lines from line {from}',
  typed: '{columns} columns × {lines} lines × {characters} characters',
  offPage: 'Typed, off the page’s columns: {columns} columns × {lines} lines × {characters} characters',
  broken: 'Set in columns',
  remainder: '{rest} left over go to',
  remainders: { 'wider-column': 'the last columns', 'wider-gutters': 'the gutters' },
}
