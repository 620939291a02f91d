export const messages = {
  nothing: '打开一篇稿件后，这里显示它的稿签。',
  kinds: { 'meeting-report': '会议报道', 'news': '消息', 'commentary': '评论', 'feature': '通讯', 'interview': '专访', 'brief': '简讯', 'notice': '公告' },
  priorities: { normal: '普通', urgent: '特急' },
}
