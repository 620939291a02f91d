export const messages = {
  choose: 'Import…',
}
