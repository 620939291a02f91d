export const messages = {
  choose: '导入…',
}
