/** One operator of a content stream with its operands; `start` and `end` are offsets of the whole into the stream. */
export interface Operation { operator: string, operands: Operand[], start: number, end: number }

/** A number, a name (`/Name`), or anything else as it is written. */
export type Operand = number | string

const [tab, lineFeed, formFeed, carriageReturn, space] = [9, 10, 12, 13, 32]
const isSpace = (code: number) => code === space || code === lineFeed || code === carriageReturn || code === tab || code === 0 || code === formFeed
const delimiters = new Set([...'()<>[]{}/%'].map(character => character.charCodeAt(0)))
const isRegular = (code: number) => !isSpace(code) && !delimiters.has(code)

/** Reads a content stream (ISO 32000-1, 7.8.2), given as Latin-1 text. Throws at what is no content stream. */
export function* operations(stream: string): Generator<Operation> {
  let [position, operands, start] = [0, [] as Operand[], -1]
  while ((position = skipSpace(stream, position)) < stream.length) {
    if (start < 0) start = position
    const end = tokenEnd(stream, position)
    const token = stream.slice(position, end)
    position = end
    if (!isOperator(token)) {
      operands.push(operandOf(token))
      continue
    }
    if (token === 'BI') position = inlineImageEnd(stream, position)
    yield { operator: token, operands, start, end: position }
    ;[operands, start] = [[], -1]
  }
  if (operands.length > 0) throw new Error(`The content stream ends with operands: ${operands.join(' ').slice(0, 80)}`)
}

const isOperator = (token: string) => /^[A-Za-z'"][A-Za-z0-9*]*$/.test(token) && token !== 'true' && token !== 'false' && token !== 'null'

function operandOf(token: string): Operand {
  const first = token.charCodeAt(0)
  const mayBeNumber = first >= 48 && first <= 57 || first === 45 || first === 43 || first === 46
  return mayBeNumber && !Number.isNaN(Number(token)) ? Number(token) : token
}

/** Past white space and comments. */
function skipSpace(stream: string, from: number): number {
  let position = from
  while (position < stream.length) {
    if (isSpace(stream.charCodeAt(position))) position++
    else if (stream[position] === '%') position = lineEnd(stream, position)
    else break
  }
  return position
}

function lineEnd(stream: string, from: number): number {
  let position = from
  while (position < stream.length && stream[position] !== '\n' && stream[position] !== '\r') position++
  return position
}

/** The end of the token at `from`; arrays and dictionaries are one token. */
function tokenEnd(stream: string, from: number): number {
  switch (stream[from]) {
    case '(': return stringEnd(stream, from)
    case '[': return groupEnd(stream, from + 1, ']')
    case '<': return stream[from + 1] === '<' ? groupEnd(stream, from + 2, '>>') : after(stream, '>', from)
    case '/': return regularEnd(stream, from + 1)
    default: {
      const end = regularEnd(stream, from)
      if (end === from) throw new Error(`Unexpected ${stream[from]} in a content stream at ${from}`)
      return end
    }
  }
}

function regularEnd(stream: string, from: number): number {
  let position = from
  while (position < stream.length && isRegular(stream.charCodeAt(position))) position++
  return position
}

function after(stream: string, mark: string, from: number): number {
  const found = stream.indexOf(mark, from)
  if (found < 0) throw new Error(`A ${mark} is missing in a content stream after ${from}`)
  return found + mark.length
}

function groupEnd(stream: string, from: number, close: string): number {
  let position = skipSpace(stream, from)
  while (!stream.startsWith(close, position)) {
    if (position >= stream.length) throw new Error(`A ${close} is missing in a content stream after ${from}`)
    position = skipSpace(stream, tokenEnd(stream, position))
  }
  return position + close.length
}

/** Parentheses nest unless escaped. */
function stringEnd(stream: string, from: number): number {
  let depth = 0
  for (let position = from; position < stream.length; position++) {
    if (stream[position] === '\\') position++
    else if (stream[position] === '(') depth++
    else if (stream[position] === ')' && --depth === 0) return position + 1
  }
  throw new Error(`A string is not closed in a content stream after ${from}`)
}

/** Behind `EI`, which stands alone between white space, after the data that `ID` opens. */
function inlineImageEnd(stream: string, from: number): number {
  const end = /\sEI(?=[\s]|$)/g
  end.lastIndex = after(stream, 'ID', from)
  if (!end.exec(stream)) throw new Error(`An inline image is not closed in a content stream after ${from}`)
  return end.lastIndex
}
