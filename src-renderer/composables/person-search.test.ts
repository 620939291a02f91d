import { expect, it } from 'vitest'
import { peopleFound, personMeant } from './person-search'

const people = [['周编', ''], ['李审', 'ERM523'], ['赵编', ''], ['Zoe', 'Z9']].map(([name, code]) => ({ name: name!, role: '', code: code! }))
const names = (found: { name: string }[]) => found.map(({ name }) => name)

it.each([['', ['周编', '李审', '赵编', 'Zoe']], ['编', ['周编', '赵编']], ['zb', ['周编', '赵编']], ['ZH', []], ['erm', ['李审']], ['z', ['周编', '赵编', 'Zoe']], ['王', []]])('finds people by “%s”', (typed, found) => {
  expect(names(peopleFound(people, typed))).toEqual(found)
})

it.each([['赵编', '赵编'], ['zb', '周编'], ['ls', '李审'], ['z9', 'Zoe'], ['Zoe', 'Zoe'], ['赵', undefined], ['王审', undefined], ['', undefined], ['xx', undefined]])('takes “%s” for %s', (typed, name) => {
  expect(personMeant(people, typed)?.name).toBe(name)
})
