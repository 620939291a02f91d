export const messages = {
  open: 'Export…',
}
