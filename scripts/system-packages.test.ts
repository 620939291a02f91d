import { expect, it } from 'vitest'
import { missingAmong, namesKnown } from './system-packages.mjs'

it('asks a bare machine for all that the program and its tests need', () => {
  const { needed, tests } = missingAmong(new Set(), { hasDisplay: false, isUbuntu: false })
  expect(needed.sort()).toEqual(['fonts-noto-cjk', 'libasound2', 'libatspi2.0-0', 'libgbm1', 'libgtk-3-0', 'libnotify4', 'libnss3', 'libsecret-1-0', 'libxss1', 'xauth', 'xvfb'])
  expect(tests.sort()).toEqual(['chromium', 'gcc', 'ghostscript', 'libc6-dev', 'libreoffice-writer-nogui', 'poppler-utils', 'qpdf'])
})

it('wants no virtual display beside a real one, and no Chromium of Ubuntu, which has no package of it', () => {
  const { needed, tests } = missingAmong(new Set(['libnss3']), { hasDisplay: true, isUbuntu: true })
  expect(needed).not.toContain('xvfb')
  expect(needed).not.toContain('libnss3')
  expect(tests).not.toContain('chromium')
})

it('knows the libraries that newer systems call t64', () => {
  const { needed } = missingAmong(new Set(['libasound2t64']), { hasDisplay: true, isUbuntu: true })
  expect(needed).not.toContain('libasound2')
  expect(namesKnown(['libgtk-3-0', 'libnss3'], new Set(['libgtk-3-0t64', 'libnss3']))).toEqual(['libgtk-3-0t64', 'libnss3'])
})
