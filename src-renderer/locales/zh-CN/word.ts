export const messages = {
  export: '导出 Word…',
  take: '收回 Word 修订…',
  exportTitle: '导出 Word 文件',
  takeTitle: '选择改好的 Word 文件',
  written: '已导出“{file}”，修订和批注都在其中',
  taken: '收回修订 {changes} 处、新批注 {comments} 条。',
  nothing: '文件里没有新的修订和批注。',
  conflicts: '另有 {count} 处与现在的稿件对不上，没有收入：{words}',
  quoted: '“{words}”',
  styles: '段落样式的修订 {count} 处没有收入。',
}
