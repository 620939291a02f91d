import { watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'
import { croppedName, pixelsOf, readCrop } from '../../src-main/common/print/picture-crop'
import { leastResolution, resolutionOf } from '../../src-main/common/print/resolution'
import { millimetres } from '../../src-main/common/print/units'
import type { FigureNotes } from '../editor/extensions/figure-view'
import { usePictureStore } from '../stores/pictures'
import { useProofStore } from '../stores/proof'

/** What is said under a figure's picture as one works: its pixels, how large and how sharp it prints where the story stands, when it was taken. */
export function useFigureNotes(): FigureNotes {
  const [proof, pictures, { t, n }] = [useProofStore(), usePictureStore(), useI18n()]

  function printed(name: string, pixels: { width: number, height: number }) {
    const sizes = proof.setText?.pictures.filter(({ picture }) => picture === name) ?? []
    const [least] = sizes.map(size => ({ ...size, ppi: resolutionOf(pixels, size) })).sort((a, b) => a.ppi - b.ppi) // of one that stands in several places, the softest
    return least
  }

  function noteOf({ picture, crop: cropAttribute, width, height }: ReturnType<Parameters<FigureNotes['follow']>[0]>) {
    if (!width || !height) return { text: '', isWarning: false }
    const crop = readCrop(cropAttribute)
    const pixels = crop ? pixelsOf(crop, { width, height }) : { width, height }
    const size = printed(croppedName(picture, crop), pixels)
    const isSoft = size !== undefined && size.ppi < leastResolution
    const takenAt = pictures.takenAt(picture)
    return {
      isWarning: isSoft,
      text: [
        t('editor.figure.pixels', { width: n(pixels.width), height: n(pixels.height) }),
        ...size ? [t(`editor.figure.${isSoft ? 'soft' : 'printed'}`, { width: Math.round(millimetres(size.width)), height: Math.round(millimetres(size.height)), ppi: size.ppi, least: leastResolution })] : [],
        ...takenAt ? [t('editor.figure.taken', { time: takenAt.replace('T', ' ').slice(0, 16) })] : [],
      ].join(t('editor.figure.between')),
    }
  }

  return {
    follow: (figure, show) => watchEffect(() => show(noteOf(figure()))),
  }
}
