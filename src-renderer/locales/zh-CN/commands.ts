export const messages = {
  palette: '命令面板',
  groups: { file: '文件', edit: '编辑', insert: '插入', format: '格式', story: '稿件', view: '视图', help: '帮助' },
  roles: { close: '关闭窗口', quit: '退出', cut: '剪切', copy: '复制', paste: '粘贴', selectAll: '全选', togglefullscreen: '全屏', minimize: '最小化' },
  newStory: '新建稿件',
  new: {
    'meeting-report': '新建会议报道', 'news': '新建消息', 'commentary': '新建评论', 'feature': '新建通讯', 'interview': '新建专访', 'brief': '新建简讯', 'notice': '新建公告',
  },
  openStory: '打开所选稿件',
  duplicate: '复制一份',
  moveToBin: '移入回收站',
  restore: '放回稿库',
  deleteForever: '彻底删除…',
}
