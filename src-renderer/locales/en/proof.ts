export const messages = {
  page: 'Page {page} of {pages}. {fit}',
  pages: 'Page proof',
  zoom: 'Zoom of the proof',
  smaller: 'Smaller page',
  larger: 'Larger page',
  width: 'Fit width',
  fitWidth: 'Fit the page to the pane’s width',
  lastGood: 'Below is the last page that could be set.',
  nothing: 'Open a story to see its page here.',
}
