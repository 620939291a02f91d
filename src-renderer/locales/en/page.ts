export const messages = {
  picker: 'Page: drag to pick a place',
  keys: 'Arrow keys move it, with Shift they change its size, Page Up and Page Down go by ten lines.',
  place: 'Place',
  format: 'Page format',
  manageFormats: 'Manage page formats',
  sum: {
    plain: '{merged} {merged:column|columns}: {characters} {characters:character|characters} × {merged}',
    merged: '{merged} {merged:column|columns} merged: {characters} {characters:character|characters}',
    broken: '{merged} {merged:column|columns} into {broken}: {characters} {characters:character|characters} × {broken}, {rest} over',
    brokenEvenly: '{merged} {merged:column|columns} into {broken}: {characters} {characters:character|characters} × {broken}, even',
  },
  steps: {
    merged: '{merged} × {own} + {between} = {measure}',
    broken: '{merged} × {own} + {between} = {measure}, {measure} − {gutters} = {free}, {free} ÷ {broken} = {characters} rest {rest}',
  },
  share: { columns: 'The last {columns} take {characters} {characters:character|characters}', gutters: 'Gutters of {gutter} {gutter:character|characters}' },
  size: 'Columns {first}–{last}, {lines} {lines:line|lines} from line {from}',
  typed: '{columns} {columns:column|columns} × {lines} {lines:line|lines} × {characters} {characters:character|characters}',
  offPage: 'Typed, off the page’s columns: {columns} {columns:column|columns} × {lines} {lines:line|lines} × {characters} {characters:character|characters}',
  broken: 'Set in columns',
  remainder: '{rest} left over go to',
  remainders: { 'wider-column': 'the last columns', 'wider-gutters': 'the gutters' },
}
