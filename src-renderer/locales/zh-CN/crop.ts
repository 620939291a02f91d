export const messages = {
  title: '裁剪图片',
  frame: '印出的部分：拖动或用方向键移动，Shift 加方向键改大小',
  focus: '主体：横向 {across}%，纵向 {down}%；用方向键移动，加 Shift 移得更远',
  shape: '比例',
  free: '自由',
  size: '裁后 {width} × {height} 像素',
  reset: '用整幅图',
  help: '只改变印出的部分，原图不变。在画面上双击定出主体（也可先选中圆点，再按方向键），按比例裁剪时以它为中心。',
  apply: '裁剪',
}
