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
  damage: {
    'no-zip': '文件打不开，可能没有传完', 'no-manifest': '里面没有审稿包的清单', 'manifest': '清单读不懂，可能由更新版本的清样写成', 'changed': '其中“{subject}”被改动或已损坏',
    'missing': '其中缺少“{subject}”', 'unknown-file': '里面有不该有的文件“{subject}”', 'too-large': '展开后超过大小上限', 'story': '里面的稿件读不出来',
  },
  conflicts: '稿签的{fields}两边都改过：现取一方，另一方可在“修订”的稿签改动里恢复。',
  untracked: '其中另有未留痕的改动；合并前的稿件已存为版本。',
}
