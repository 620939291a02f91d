export const messages = {
  title: '差错率',
  basis: '各环节查出的差错，按《报纸期刊质量管理规定》计错：标题加倍，人名、日期、图片加倍，相同差错最多计三次，数字用法每处 0.1、合计最多 1，标点每处 0.1。全稿 {count} 字。',
  groups: { pass: '按环节', person: '按人', month: '按月' },
  columns: { count: '差错', weight: '计错', rate: '万分比', verdict: '结论', change: '改动', person: '查出者', class: '类别' },
  within: '合格',
  beyond: '超过万分之三',
  errors: '查出的差错',
  none: '各审次、校次还没有查出差错。',
  classes: { text: '文字', statement: '事实、逻辑、语法', name: '人名、日期', picture: '图片', number: '数字用法', punctuation: '标点', none: '不算差错' },
  classOf: '类别：{change}',
}
