import { element, escapedXml } from './xml-text'

const sizes = { reading: 10, raise: 20, base: 21 } // half points: 五号 body with a reading of half its size

/** Words with a reading above them as Word keeps it: ECMA-376 part 1, 17.3.3.25; `base` is their run. */
export function rubyXml(reading: string, base: string): string {
  const number = (name: string, value: number) => element(name, { 'w:val': String(value) })
  return element('w:ruby', {},
    element('w:rubyPr', {}, element('w:rubyAlign', { 'w:val': 'center' }), number('w:hps', sizes.reading), number('w:hpsRaise', sizes.raise), number('w:hpsBaseText', sizes.base), element('w:lid', { 'w:val': 'zh-CN' })),
    element('w:rt', {}, element('w:r', {}, element('w:rPr', {}, element('w:sz', { 'w:val': String(sizes.reading) })), element('w:t', { 'xml:space': 'preserve' }, escapedXml(reading)))),
    element('w:rubyBase', {}, base))
}
