import { expect, it } from 'vitest'
import type { ControlToChild } from '../common/ipc/host-link'
import { grantRegister } from './grants'

it('names a file to the page only once the backend knows of it, be it a backend that was started again', async () => {
  const told: ControlToChild[] = []
  const grants = grantRegister(grant => { told.push(grant) })
  let given: unknown
  const giving = grants.give('/来稿.txt', 'read').then(grant => { given = grant })
  await new Promise(setImmediate)
  expect(told).toMatchObject([{ type: 'grant', path: '/来稿.txt', mode: 'read' }])
  expect(given).toBeUndefined()
  const [again] = grants.all()
  grants.acknowledge(again!.token)
  await giving
  expect(given).toEqual({ token: again!.token, name: '来稿.txt' })
  expect(grants.pathOf(again!.token)).toBe('/来稿.txt')
})
