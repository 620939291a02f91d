export const messages = {
  nothing: 'Open a story to see its slip here.',
  kinds: { 'meeting-report': 'Meeting report', 'news': 'News', 'commentary': 'Commentary', 'feature': 'Feature', 'interview': 'Interview', 'brief': 'Brief', 'notice': 'Notice' },
  priorities: { normal: 'Normal', urgent: 'Urgent' },
}
