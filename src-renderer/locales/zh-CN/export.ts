export const messages = {
  open: '导出…',
}
