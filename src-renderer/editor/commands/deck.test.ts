import { describe, expect, it } from 'vitest'
import { after } from '../notation.test-support'
import { crossheadEnter } from './body-enter'
import { crossheadBackspace, deckBackspace, deckDelete } from './deck-delete'
import { deckEnter, newDeckLine } from './deck-enter'
import { addDeckLine, goToDeckLine } from './deck-lines'

describe('Enter in the deck', () => {
  it.each([
    ['k:引题^ h:主题 p:文', 'k:引题 h:^主题 p:文', 'goes from the kicker to the headline'],
    ['k:引题^ p:文', 'k:引题 h:^ p:文', 'makes the headline that is missing'],
    ['k:引^题 h:主题 p:文', 'k:引 k:^题 h:主题 p:文', 'breaks a kicker in the middle'],
    ['k:甲^ k:乙 h:主题 p:文', 'k:甲 k:^乙 h:主题 p:文', 'goes to the next kicker line'],
    ['k:^ h:主题 p:文', 'h:^主题 p:文', 'leaves no empty kicker behind'],
    ['h:主^题 p:文', 'h:主 h:^题 p:文', 'breaks a headline line'],
    ['h:主题^ p:文', 'h:主题 h:^ p:文', 'opens a new headline line at the end'],
    ['h:主题 h:^ p:文', 'h:主题 p:^文', 'goes from an empty extra line to the body'],
    ['h:主题 h:^ s:副题 p:文', 'h:主题 s:^副题 p:文', 'goes from an empty extra line to the subhead'],
    ['h:^ p:文', 'h: p:^文', 'keeps the only headline line'],
    ['s:副题^ p:文', 'h: s:副题 p:^文', 'goes from the subhead to the body'],
    ['h:主 s:副^题 p:文', 'h:主 s:副 s:^题 p:文', 'breaks a subhead in the middle'],
    ['h:主 s:^ p:文', 'h:主 p:^文', 'leaves no empty subhead behind'],
    ['h:主 s:副^', 'h:主 s:副 p:^', 'makes the body that is missing'],
    ['h:主^题^目 p:文', 'h:主 h:^目 p:文', 'replaces what is selected in a line'],
  ])('%s → %s: %s', (before, expected) => expect(after(before, deckEnter)).toBe(expected))

  it('leaves Enter in the body to the body', () => {
    expect(after('h:主 p:文^', deckEnter)).toBeUndefined()
  })
})

describe('Shift-Enter in the deck', () => {
  it.each([
    ['k:引题^ h:主 p:文', 'k:引题 k:^ h:主 p:文'],
    ['h:主^题 p:文', 'h:主 h:^题 p:文'],
    ['h:主 s:副^ p:文', 'h:主 s:副 s:^ p:文'],
  ])('%s → %s', (before, expected) => expect(after(before, newDeckLine)).toBe(expected))
})

describe('Backspace', () => {
  it.each([
    ['h:主 h:^题 p:文', 'h:主^题 p:文', 'joins two headline lines'],
    ['h:主 h:^ p:文', 'h:主^ p:文', 'removes an empty headline line'],
    ['k:引 h:^主 p:文', 'k:引^ h:主 p:文', 'goes from the headline to the kicker and joins nothing'],
    ['h:主 s:^副 p:文', 'h:主^ s:副 p:文', 'goes from the subhead to the headline'],
    ['h:主 s:^ p:文', 'h:主^ p:文', 'removes an empty subhead'],
    ['k:^ h:主 p:文', 'h:^主 p:文', 'removes an empty kicker'],
    ['h:^主 p:文', 'h:^主 p:文', 'does nothing at the very beginning'],
    ['h:^ p:文', 'h:^ p:文', 'keeps the only headline line'],
    ['h:主 p:^文', 'h:主^ p:文', 'goes from the body to the deck and joins nothing'],
    ['h:主 p:^ p:文', 'h:主^ p:文', 'removes an empty first paragraph'],
    ['h:主 p:^', 'h:主^ p:', 'keeps the only paragraph'],
    ['k:引^题 h:主^题 p:文', 'k:引^ h:题 p:文', 'deletes over two parts and leaves them apart'],
    ['h:^主题 p:正文 p:末^尾', 'h:^ p:尾', 'never runs the body into the headline'],
  ])('%s → %s: %s', (before, expected) => expect(after(before, deckBackspace)).toBe(expected))

  it('is the text’s own inside a line', () => {
    expect(after('h:主^题 p:文', deckBackspace)).toBeUndefined()
    expect(after('h:主 p:文^', deckBackspace)).toBeUndefined()
  })

  it('makes a crosshead a paragraph', () => {
    expect(after('h:主 p:文 c:^小标题', crossheadBackspace)).toBe('h:主 p:文 p:^小标题')
  })
})

describe('Delete', () => {
  it.each([
    ['h:主^ h:题 p:文', 'h:主^题 p:文', 'joins two headline lines'],
    ['h:主^ s: p:文', 'h:主^ p:文', 'removes an empty subhead that follows'],
    ['h:主^ s:副 p:文', 'h:主^ s:副 p:文', 'joins no different kinds'],
    ['h:主题^ p:文', 'h:主题^ p:文', 'never takes the body into the headline'],
    ['k:^ h:主 p:文', 'h:^主 p:文', 'removes an empty kicker'],
  ])('%s → %s: %s', (before, expected) => expect(after(before, deckDelete)).toBe(expected))
})

describe('lines of the deck', () => {
  it.each([
    ['h:主 p:文^', goToDeckLine('kicker'), 'k:^ h:主 p:文'],
    ['k:引 h:主 p:文^', goToDeckLine('kicker'), 'k:引^ h:主 p:文'],
    ['h:主 h:题 p:文^', goToDeckLine('subhead'), 'h:主 h:题 s:^ p:文'],
    ['h:主 s:副 p:文^', addDeckLine('headline'), 'h:主 h:^ s:副 p:文'],
  ])('%s', (before, command, expected) => expect(after(before, command)).toBe(expected))
})

it('Enter before a crosshead makes room above it', () => {
  expect(after('h:主 p:文 c:^小标题', crossheadEnter)).toBe('h:主 p:文 p: c:^小标题')
})
