export const messages = {
  title: '设置',
}
