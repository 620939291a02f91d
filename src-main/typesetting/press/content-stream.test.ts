import { expect, it } from 'vitest'
import { operations } from './content-stream'

const read = (stream: string) => [...operations(stream)].map(({ operator, operands }) => [...operands, operator])

it.each([
  ['numbers and names', '0 0 0 1 k /F1 9.5 Tf -.5 +2 Td', [[0, 0, 0, 1, 'k'], ['/F1', 9.5, 'Tf'], [-0.5, 2, 'Td']]],
  ['strings that hold operators, parentheses and escapes', '(0 0 0 1 k \\) (q) Q) Tj', [['(0 0 0 1 k \\) (q) Q)', 'Tj']]],
  ['arrays and dictionaries as one', '[<00> -3 (])] TJ /P <</MCID 0 /A [1 2]>> BDC', [['[<00> -3 (])]', 'TJ'], ['/P', '<</MCID 0 /A [1 2]>>', 'BDC']]],
  ['comments', 'q % 0 0 0 1 k\nQ', [['q'], ['Q']]],
  ['inline images as one', 'BI /W 1 /H 1 ID \u0000k Q\nEI Q', [['BI'], ['Q']]],
  ['operators with a star or a quote', "f* W* (a) ' 1 2 (b) \"", [['f*'], ['W*'], ['(a)', "'"], [1, 2, '(b)', '"']]],
  ['truth', 'true false null gs', [['true', 'false', 'null', 'gs']]],
])('reads %s', (_, stream, expected) => expect(read(stream)).toEqual(expected))

it('says where each operation stands', () => {
  const stream = ' q\n0 0 0 1 k '
  expect([...operations(stream)].map(({ start, end }) => stream.slice(start, end))).toEqual(['q', '0 0 0 1 k'])
})

it.each(['(a', '[1 2', '<</A 1', '1 2 3', 'BI ID abc', ') Tj'])('refuses %s', stream => expect(() => read(stream)).toThrow())
