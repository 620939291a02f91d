export const messages = {
  title: 'Crop Picture',
  frame: 'The printed part: drag it or move it with the arrow keys; Shift with arrow keys changes its size',
  focus: 'What matters most: {across}% across, {down}% down; move it with the arrow keys, further with Shift',
  shape: 'Shape',
  free: 'Free',
  size: '{width} × {height} pixels',
  reset: 'Use the whole picture',
  help: 'Only the printed part changes; the file stays as it is. Double-click what matters most (or reach its point with Tab and move it with the arrow keys): shapes are cut around it.',
  apply: 'Crop',
}
