import { expect, it } from 'vitest'
import type { TemplateParameter } from '../../common/print/template-parameters'
import { fontFolder } from '../testing/real-typesetter'
import { fontShelf } from './font-shelf'
import { substitutedFonts } from './substituted-fonts'

const fonts = fontShelf([fontFolder])
const face = (name: string): TemplateParameter => ({ name, label: { 'zh-CN': name, 'en': name }, type: 'face', default: 'song' })

it('names each missing family once, with what stands in for it', () => {
  const manifest = { fonts: ['Linjiang Song', 'Noto Sans SC'], parameters: [face('bodyFace'), face('minorFace'), face('headlineFace')] }
  expect(substitutedFonts(manifest, { bodyFace: '临江书宋', minorFace: '临江书宋', headlineFace: 'hei' }, fonts)).toEqual([
    { family: 'Linjiang Song', by: 'Noto Sans SC' }, { family: '临江书宋', by: 'Noto Serif SC' },
  ])
})

it('finds nothing where every family is there', () => {
  expect(substitutedFonts({ fonts: ['Noto Serif SC', 'LXGW WenKai'], parameters: [face('bodyFace')] }, { bodyFace: 'Noto Sans SC' }, fonts)).toEqual([])
})
