export const messages = {
  send: '交给他人修改…',
  sendReading: '交给他人阅读…',
  open: '打开审稿包…',
  sendTitle: '存为审稿包',
  openTitle: '选择审稿包',
  written: { work: '审稿包已存为“{file}”，对方改好后可收回合并。', reading: '阅读包已存为“{file}”，对方只能阅读。' },
  added: { work: '已收下 {from} 交来的稿件，修订已打开，改动会留痕。', reading: '已收下 {from} 交来的稿件，只供阅读。' },
  merged: '已并入 {from} 的改动：修订 {suggestions} 处，批注 {comments} 条。',
  unchanged: '{from} 的审稿包里没有新的改动。',
  untracked: '其中另有未留痕的改动；合并前的稿件已存为版本。',
}
