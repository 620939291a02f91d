export const messages = {
  title: '设置',
  language: '界面语言',
  followSystem: '跟随系统',
  theme: '外观',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  textScale: '正文显示大小',
  lengthTolerance: '字数容许范围',
  lengthCaps: '{size}字数上限',
  paperSizes: { broadsheet: '大报', tabloid: '小报' },
}
