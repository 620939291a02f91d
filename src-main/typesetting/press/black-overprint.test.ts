import { expect, it } from 'vitest'
import { overprintBlack } from './black-overprint'

const rewritten = (stream: string) => overprintBlack(stream).replaceAll('\n', ' ')

it.each([
  ['black fills', '0 0 0 1 k f', '/QyOverF gs 0 0 0 1 k f'],
  ['black strokes', '0 0 0 1 K S', '/QyOverS gs 0 0 0 1 K S'],
  ['not colours', '0 1 1 0 k f', '/QyOver gs 0 1 1 0 k f'],
  ['not tints of black', '0 0 0 .5 k f', '/QyOver gs 0 0 0 .5 k f'],
  ['not paper white', '0 0 0 0 k f', '/QyOver gs 0 0 0 0 k f'],
  ['black set through a colour space', '/DeviceCMYK cs 0 0 0 1 scn f', '/QyOver gs /DeviceCMYK cs /QyOverF gs 0 0 0 1 scn f'],
  ['not a spot colour', '/c0 cs 0 0 0 1 scn f', '/QyOver gs /c0 cs 0 0 0 1 scn f'],
  ['fills and strokes each for themselves', '0 0 0 1 k 1 0 0 0 K B', '/QyOverF gs 0 0 0 1 k 1 0 0 0 K B'],
])('sets over: %s', (_, stream, expected) => expect(rewritten(stream)).toBe(expected))

it('remembers the state across q and Q, and says it only when it changes', () => {
  expect(rewritten('0 0 0 1 k q 1 0 0 0 k f Q f q 0 0 0 1 k f Q 0 0 0 1 k f'))
    .toBe('/QyOverF gs 0 0 0 1 k q /QyOver gs 1 0 0 0 k f Q f q 0 0 0 1 k f Q 0 0 0 1 k f')
})

it('leaves text that looks like an operator alone', () => {
  expect(rewritten('BT (0 0 0 1 k) Tj ET')).toBe('BT (0 0 0 1 k) Tj ET')
})
