export const messages = {
  title: '批量导出 {count} 篇稿件',
  plans: '每篇按各自的版式和版位导出，不覆盖文件夹里已有的文件。',
  chooseFolder: '选择导出到的文件夹',
  run: '选择文件夹并导出…',
  progress: '导出进度',
  running: '正在导出，已完成 {done} / {total} 篇',
  stopping: '正在停止，写完当前一篇即停（{done} / {total}）',
  done: '写出 {written} 篇，未写出 {refused} 篇，未处理 {cancelled} 篇。',
  report: '导出结果',
  withStory: '{file}，稿件数据另存为 {story}',
  left: '已取消，没有处理',
  refused: '{name}：{what}',
}
