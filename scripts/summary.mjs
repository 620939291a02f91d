/** How a run of the tests ends: what was skipped on a line of its own, then the one line others read, `N passed, N failed`. */
export function closingLines(results) {
  const sum = key => results.reduce((total, result) => total + result[key], 0)
  return [...sum('skipped') ? [`${sum('skipped')} skipped`] : [], `${sum('passed')} passed, ${sum('failed')} failed`]
}
