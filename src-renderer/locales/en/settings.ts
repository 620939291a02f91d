export const messages = {
  title: 'Settings',
  language: 'Interface language',
  followSystem: 'As the system',
  theme: 'Appearance',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  textScale: 'Reading size of the text',
  lengthTolerance: 'Tolerance around the planned length',
  lengthCaps: 'Length caps: {size}',
  paperSizes: { broadsheet: 'Broadsheet', tabloid: 'Tabloid' },
}
