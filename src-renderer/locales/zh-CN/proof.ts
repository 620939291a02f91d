export const messages = {
  page: '第 {page} 页，共 {pages} 页。{fit}',
  pages: '版样',
  zoom: '版样缩放',
  smaller: '缩小版样',
  larger: '放大版样',
  width: '适合宽度',
  fitWidth: '按栏宽显示整页',
  lastGood: '下面是上一次排好的版样。',
  nothing: '打开一篇稿件，这里显示它的版样。',
}
