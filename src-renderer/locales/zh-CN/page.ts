export const messages = {
  picker: '版面：拖动选版位',
  keys: '方向键移动，按住 Shift 再按方向键改变大小，翻页键一次十行。',
  place: '版位',
  format: '版面规格',
  manageFormats: '管理版面规格',
  sum: {
    plain: '{merged} 栏：{characters} 字 × {merged}',
    merged: '{merged} 栏合一：{characters} 字',
    broken: '{merged} 栏破 {broken}：{characters} 字 × {broken}，余 {rest}',
    brokenEvenly: '{merged} 栏破 {broken}：{characters} 字 × {broken}，正好',
  },
  steps: {
    merged: '{merged} × {own} + {between} = {measure}',
    broken: '{merged} × {own} + {between} = {measure}，{measure} − {gutters} = {free}，{free} ÷ {broken} = {characters} 余 {rest}',
  },
  share: { columns: '末 {columns} 栏各排 {characters} 字', gutters: '栏空各 {gutter} 字' },
  size: '第 {first}–{last} 栏，第 {from} 行起，{lines} 行',
  typed: '{columns} 栏 × {lines} 行 × {characters} 字',
  offPage: '自定，不在版面栏格上：{columns} 栏 × {lines} 行 × {characters} 字',
  broken: '排成几栏',
  remainder: '余 {rest} 字归',
  remainders: { 'wider-column': '末栏加宽', 'wider-gutters': '栏空加宽' },
}
