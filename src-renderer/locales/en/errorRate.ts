export const messages = {
  title: 'Error rate',
  basis: 'Errors each pass found, by the official weights: headlines twice, names and dates twice, the same error three times at most, numbers and punctuation 0.1. {count} {count:character|characters} in all.',
  groups: { pass: 'By pass', person: 'By person', month: 'By month' },
  columns: { count: 'Errors', weight: 'Weight', rate: 'In 10,000', verdict: 'Verdict', change: 'Change', person: 'Found by', class: 'Class' },
  within: 'passes',
  beyond: 'more than 3 in 10,000',
  errors: 'Errors found',
  none: 'No review or proof found an error yet.',
  classes: { text: 'text', statement: 'fact, logic, grammar', name: 'name or date', picture: 'pictures', number: 'number style', punctuation: 'punctuation', none: 'no error' },
  classOf: 'Class: {change}',
}
